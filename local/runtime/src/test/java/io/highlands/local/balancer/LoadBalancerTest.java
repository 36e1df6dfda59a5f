// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.highlands.local.balancer.TargetHealth.State;
import io.highlands.local.forward.RawClient;
import io.highlands.local.forward.RawServer;
import io.highlands.local.forward.TestApp;
import io.highlands.local.forward.Until;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoadBalancerTest {

    private static final Target ONE = new Target("one", "127.77.252.1", 3000);
    private static final Target TWO = new Target("two", "127.77.253.1", 3000);
    private static final String SOURCE = "127.77.254.1";

    private final HttpClient http = HttpClient.newHttpClient();
    private LoadBalancer balancer = balancer(Duration.ofSeconds(60));

    @AfterEach
    void close() {
        balancer.close();
        http.shutdownNow();
    }

    @Test
    void forwardsTheDeclaredPathsAndAnswersTheRestItself() throws Exception {
        try (TestApp app = healthy(ONE, TestApp.answer(200, "from the target"))) {
            assertThat(get("/?name=x").body()).isEqualTo("from the target");
            assertThat(app.requests().size()).isGreaterThan(1);

            HttpResponse<String> other = get("/route");
            assertThat(other.statusCode()).isEqualTo(404);
            assertThat(other.body()).isEqualTo("Not Found");
            assertThat(other.headers().firstValue("server")).contains("awselb/2.0");
            assertThat(balancer.counters().fixedResponses()).isEqualTo(1);
        }
    }

    @Test
    void redirects() throws Exception {
        HttpResponse<String> answer = get("/old?x=1");

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("location")).contains("https://127.0.0.1:443/new/old?x=1");
    }

    @Test
    void tellsTheTargetAboutTheClient() throws Exception {
        try (TestApp app = healthy(ONE, TestApp.answer(200, ""))) {
            get("/");

            var headers = app.requests().stream().filter(each -> each.containsKey("X-Forwarded-For")).findFirst()
                    .orElseThrow();
            assertThat(headers.getFirst("X-Forwarded-For")).isEqualTo("127.0.0.1");
            assertThat(headers.getFirst("X-Forwarded-Port")).isEqualTo(Integer.toString(balancer.port(0)));
            assertThat(headers.getFirst("X-Amzn-Trace-Id")).startsWith("Root=1-");
        }
    }

    @Test
    void healthChecksComeFromTheLoadBalancerAndAreNotCounted() throws Exception {
        try (TestApp app = healthy(ONE, TestApp.answer(200, ""))) {
            assertThat(app.requests().getFirst().getFirst("User-Agent")).isEqualTo("ELB-HealthChecker/2.0");
            assertThat(balancer.counters().requests()).isZero();
            assertThat(group().health("one").state()).isEqualTo(State.HEALTHY);
        }
    }

    @Test
    void aRequestOfUncertainLengthIsRefusedAndCountedAsTheLoadBalancersOwn() throws Exception {
        try (RawClient client = new RawClient("127.0.0.1", balancer.port(0))) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 400 ");
        }
        assertThat(balancer.counters().elb().clientError()).isPositive();
    }

    @Test
    void noTargetIs503() throws Exception {
        HttpResponse<String> answer = get("/");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("<h1>503 Service Temporarily Unavailable</h1>");
        assertThat(answer.headers().firstValue("server")).contains("awselb/2.0");
        assertThat(balancer.counters().elb503()).isEqualTo(1);
        assertThat(balancer.counters().requests()).isZero();
    }

    @Test
    void aTargetThatRefusesIs502() throws Exception {
        group().register(ONE);

        HttpResponse<String> answer = get("/");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("<h1>502 Bad Gateway</h1>");
        assertThat(balancer.counters().elb502()).isEqualTo(1);
        assertThat(counters().connectionErrors()).isEqualTo(1);
    }

    @Test
    void aTargetThatClosesWithoutAnAnswerIs502AndIsNotAskedAgain() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (RawServer target = RawServer.on(ONE.address(), ONE.port(), socket -> {
            if (RawServer.readHead(socket).contains("ELB-HealthChecker")) {
                RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            } else {
                asked.incrementAndGet();
                RawServer.reset(socket);
            }
        })) {
            group().register(ONE);
            group().whenHealthy("one").get(20, TimeUnit.SECONDS);

            assertThat(get("/").statusCode()).isEqualTo(502);
            assertThat(asked).hasValue(1);
            assertThat(target.connections()).isGreaterThan(1);
        }
    }

    @Test
    void aTargetThatClosesOnAHealthCheckIsSaidToHaveDoneSo() throws Exception {
        try (RawServer target = RawServer.on(ONE.address(), ONE.port(), RawServer::reset)) {
            group().register(ONE);

            assertThat(Until.is(() -> group().health("one").reason().endsWith("closed without an answer"))).isTrue();
            assertThat(target.connections()).isPositive();
        }
    }

    @Test
    void aTargetThatIsSilentForTheIdleTimeoutIs504() throws Exception {
        balancer.close();
        balancer = balancer(Duration.ofMillis(300));
        CountDownLatch over = new CountDownLatch(1);
        try (TestApp app = healthy(ONE, exchange -> await(over))) {
            HttpResponse<String> answer = get("/");

            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.body()).contains("<h1>504 Gateway Time-out</h1>");
            assertThat(balancer.counters().elb504()).isEqualTo(1);
            assertThat(app.requests()).isNotEmpty();
            over.countDown();
        }
    }

    @Test
    void anAnswer503OfATargetIsPassedOnAndCountedAsTheTargets() throws Exception {
        try (TestApp app = healthy(ONE, TestApp.answer(503, "draining"))) {
            assertThat(get("/").body()).isEqualTo("draining");

            assertThat(counters().target().serverError()).isEqualTo(1);
            assertThat(balancer.counters().elb().total()).isZero();
            assertThat(app.requests()).isNotEmpty();
        }
    }

    @Test
    void healthyTargetsTakeTurnsAndUnhealthyOnesGetNothing() throws Exception {
        AtomicBoolean sick = new AtomicBoolean();
        try (TestApp one = healthy(ONE, TestApp.answer(200, "1"), sick);
                TestApp two = healthy(TWO, TestApp.answer(200, "2"))) {
            assertThat(List.of(get("/").body(), get("/").body())).containsExactlyInAnyOrder("1", "2");

            sick.set(true);
            assertThat(Until.is(() -> group().health("one").state() == State.UNHEALTHY)).isTrue();

            assertThat(List.of(get("/").body(), get("/").body(), get("/").body())).containsOnly("2");
            assertThat(group().health("one").reason()).contains("[500]");
            assertThat(counters().healthyHosts()).isEqualTo(1);
            assertThat(counters().unhealthyHosts()).isEqualTo(1);
            assertThat(one.requests()).isNotEmpty();
            assertThat(two.requests()).isNotEmpty();
        }
    }

    @Test
    void whenNoTargetIsHealthyAllAreUsed() throws Exception {
        AtomicBoolean sick = new AtomicBoolean();
        try (TestApp one = healthy(ONE, TestApp.answer(200, "open"), sick)) {
            sick.set(true);
            assertThat(Until.is(() -> group().health("one").state() == State.UNHEALTHY)).isTrue();

            assertThat(get("/").body()).isEqualTo("open");
            assertThat(counters().unhealthyRouting()).isEqualTo(1);
            assertThat(one.requests()).isNotEmpty();
        }
    }

    @Test
    void aDeregisteredTargetFinishesWhatItHasAndGetsNothingNew() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try (TestApp one = healthy(ONE, exchange -> {
            arrived.countDown();
            await(finish);
            TestApp.send(exchange, 200, "finished");
        })) {
            CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request("/"),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

            CompletableFuture<Void> drained = group().deregister("one");
            assertThat(group().health("one").state()).isEqualTo(State.DRAINING);
            assertThat(get("/").statusCode()).isEqualTo(503);
            assertThat(drained).isNotDone();
            finish.countDown();

            assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("finished");
            drained.get(20, TimeUnit.SECONDS);
            assertThat(group().health("one").state()).isEqualTo(State.UNUSED);
            assertThat(one.requests()).isNotEmpty();
        }
    }

    @Test
    void aTargetTakenOutBeforeItIsHealthyNeverBecomesSo() {
        group().register(ONE);
        CompletableFuture<Void> healthy = group().whenHealthy("one");

        group().deregister("one");

        assertThatThrownBy(healthy::join).hasMessageContaining("one was deregistered");
    }

    @Test
    void rulesCanBeReplacedWhileTargetsStay() throws Exception {
        try (TestApp app = healthy(ONE, TestApp.answer(200, "same target"))) {
            balancer.reconfigure(List.of(group().options()),
                    List.of(new Listener(0, List.of(), new Action.Forward("b"))));

            assertThat(get("/anything").body()).isEqualTo("same target");
            assertThat(app.requests()).isNotEmpty();
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        Listener taken = new Listener(balancer.port(0), List.of(), new Action.FixedResponse(404, null, ""));

        assertThatThrownBy(() -> new LoadBalancer(BalancerOptions.DEFAULTS, List.of(), List.of(taken)))
                .isInstanceOf(BalancerException.class).hasMessageContaining("127.0.0.1:" + balancer.port(0));
    }

    @Test
    void aRuleThatForwardsToNobodyIsNamed() {
        Listener lost = new Listener(0, List.of(), new Action.Forward("c"));

        assertThatThrownBy(() -> new LoadBalancer(BalancerOptions.DEFAULTS, List.of(), List.of(lost)))
                .isInstanceOf(BalancerException.class).hasMessageContaining("no target group 'c'");
    }

    private TestApp healthy(Target target, HttpHandler handler) throws Exception {
        return healthy(target, handler, new AtomicBoolean());
    }

    private TestApp healthy(Target target, HttpHandler handler, AtomicBoolean sick) throws Exception {
        TestApp app = TestApp.on(target.address(), target.port(), exchange -> {
            if (exchange.getRequestURI().getPath().equals("/health")) {
                TestApp.send(exchange, sick.get() ? 500 : 200, "");
            } else {
                handler.handle(exchange);
            }
        });
        group().register(target);
        group().whenHealthy(target.taskId()).get(20, TimeUnit.SECONDS);
        return app;
    }

    private static LoadBalancer balancer(Duration idleTimeout) {
        BalancerOptions options = new BalancerOptions("test", "127.0.0.1", SOURCE, idleTimeout, Duration.ofSeconds(2),
                false, Duration.ofMillis(20), 1L << 20);
        TargetGroupOptions group = new TargetGroupOptions("b", "service-b", "/health", 0, Duration.ofMillis(50),
                Duration.ofSeconds(2), 2, 2, "200", Duration.ofSeconds(5));
        Listener listener = new Listener(0,
                List.of(new Rule(2, List.of("/", "/time"), new Action.Forward("b")),
                        new Rule(1, List.of("/old*"),
                                new Action.Redirect(301, "HTTPS", "#{host}", "443", "/new/#{path}", "#{query}"))),
                new Action.FixedResponse(404, "text/plain", "Not Found"));
        return new LoadBalancer(options, List.of(group), List.of(listener));
    }

    private TargetGroup group() {
        return balancer.targetGroup("b");
    }

    private TargetGroupCounters counters() {
        return balancer.counters().targetGroups().getFirst();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + balancer.port(0) + path)).build();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
