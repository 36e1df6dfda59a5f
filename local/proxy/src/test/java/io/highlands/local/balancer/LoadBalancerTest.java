// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.highlands.local.error.PortTakenException;
import io.highlands.local.forward.RawClient;
import io.highlands.local.forward.RawServer;
import io.highlands.local.forward.TestApp;
import io.highlands.local.forward.Until;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where requests go, and what the load balancer answers itself. */
class LoadBalancerTest {

    private BalancerKit kit = new BalancerKit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void forwardsTheDeclaredPathsAndAnswersTheRestItself() throws Exception {
        try (TestApp app = kit.healthy(BalancerKit.ONE, TestApp.answer(200, "from the target"))) {
            assertThat(kit.get("/?name=x").body()).isEqualTo("from the target");
            assertThat(app.requests().size()).isGreaterThan(1);

            HttpResponse<String> other = kit.get("/route");
            assertThat(other.statusCode()).isEqualTo(404);
            assertThat(other.body()).isEqualTo("Not Found");
            assertThat(other.headers().firstValue("server")).contains("awselb/2.0");
            assertThat(Until.value(() -> kit.balancer.counters().fixedResponses(), 1)).isEqualTo(1);
        }
    }

    @Test
    void redirects() throws Exception {
        HttpResponse<String> answer = kit.get("/old?x=1");

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("location")).contains("https://127.0.0.1:443/new/old?x=1");
    }

    @Test
    void tellsTheTargetAboutTheClient() throws Exception {
        try (TestApp app = kit.healthy(BalancerKit.ONE, TestApp.answer(200, ""))) {
            kit.get("/");

            var headers = app.requests().stream().filter(each -> each.containsKey("X-Forwarded-For")).findFirst()
                    .orElseThrow();
            assertThat(headers.getFirst("X-Forwarded-For")).isEqualTo("127.0.0.1");
            assertThat(headers.getFirst("X-Forwarded-Port")).isEqualTo(Integer.toString(kit.balancer.port(0)));
            assertThat(headers.getFirst("X-Amzn-Trace-Id")).startsWith("Root=1-");
        }
    }

    @Test
    void aRequestOfUncertainLengthIsRefusedAndCountedAsTheLoadBalancersOwn() throws Exception {
        try (RawClient client = new RawClient("127.0.0.1", kit.balancer.port(0))) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 400 ");
        }
        assertThat(kit.balancer.counters().elb().clientError()).isPositive();
    }

    @Test
    void noTargetIs503() throws Exception {
        HttpResponse<String> answer = kit.get("/");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("<h1>503 Service Temporarily Unavailable</h1>");
        assertThat(answer.headers().firstValue("server")).contains("awselb/2.0");
        assertThat(Until.value(() -> kit.balancer.counters().elb503(), 1)).isEqualTo(1);
        assertThat(kit.balancer.counters().requests()).isZero();
    }

    @Test
    void aTargetThatRefusesIs502() throws Exception {
        kit.healthy(BalancerKit.ONE, TestApp.answer(200, "")).close();

        HttpResponse<String> answer = kit.get("/");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("<h1>502 Bad Gateway</h1>");
        assertThat(Until.value(() -> kit.balancer.counters().elb502(), 1)).isEqualTo(1);
        assertThat(Until.value(() -> kit.counters().connectionErrors(), 1)).isEqualTo(1);
        assertThat(Until.value(() -> kit.counters().failedHere(), 1)).isEqualTo(1);
    }

    @Test
    void aTargetThatClosesWithoutAnAnswerIs502AndIsNotAskedAgain() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (RawServer target = RawServer.on(BalancerKit.ONE.address(), BalancerKit.ONE.port(), socket -> {
            if (RawServer.readHead(socket).contains("ELB-HealthChecker")) {
                RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            } else {
                asked.incrementAndGet();
                RawServer.reset(socket);
            }
        })) {
            kit.group().register(BalancerKit.ONE);
            kit.group().whenHealthy("one").get(20, TimeUnit.SECONDS);

            assertThat(kit.get("/").statusCode()).isEqualTo(502);
            assertThat(asked).hasValue(1);
            assertThat(target.connections()).isGreaterThan(1);
        }
    }

    /**
     * Source: "Edit attributes for your Application Load Balancer", Connection idle timeout: when the application closes the
     * connection and the load balancer sends a request before it knows, it "sends an HTTP 502 Bad Gateway error to the client".
     */
    @Test
    void aRequestOnAConnectionThatTheTargetHasClosedIs502AndIsNotSentAgain() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (RawServer target = RawServer.on(BalancerKit.ONE.address(), BalancerKit.ONE.port(), socket -> {
            if (RawServer.readHead(socket).contains("ELB-HealthChecker")) {
                RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            asked.incrementAndGet();
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            RawServer.readHead(socket);
            asked.incrementAndGet();
            RawServer.reset(socket);
        })) {
            kit.group().register(BalancerKit.ONE);
            kit.group().whenHealthy("one").get(20, TimeUnit.SECONDS);

            assertThat(kit.get("/").statusCode()).isEqualTo(200);
            assertThat(kit.get("/").statusCode()).isEqualTo(502);
            assertThat(asked).hasValue(2);
            assertThat(target.connections()).isGreaterThan(1);
        }
    }

    /** Another target that is healthy does not get the request of one that failed: AWS documents no retry. */
    @Test
    void aRequestThatFailsAtOneTargetIsNotSentToAnother() throws Exception {
        try (TestApp two = kit.healthy(BalancerKit.TWO, TestApp.answer(200, "two"));
                RawServer target = RawServer.on(BalancerKit.ONE.address(), BalancerKit.ONE.port(), socket -> {
                    if (RawServer.readHead(socket).contains("ELB-HealthChecker")) {
                        RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                    } else {
                        RawServer.reset(socket);
                    }
                })) {
            kit.group().register(BalancerKit.ONE);
            kit.group().whenHealthy("one").get(20, TimeUnit.SECONDS);

            assertThat(List.of(kit.get("/").statusCode(), kit.get("/").statusCode()))
                    .containsExactlyInAnyOrder(200, 502);
            assertThat(target.connections()).isPositive();
            assertThat(two.requests()).isNotEmpty();
        }
    }

    @Test
    void aTargetThatIsSilentForTheIdleTimeoutIs504() throws Exception {
        kit.close();
        kit = new BalancerKit(Duration.ofMillis(300));
        CountDownLatch over = new CountDownLatch(1);
        try (TestApp app = kit.healthy(BalancerKit.ONE, exchange -> Until.open(over))) {
            HttpResponse<String> answer = kit.get("/");

            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.body()).contains("<h1>504 Gateway Time-out</h1>");
            assertThat(Until.value(() -> kit.balancer.counters().elb504(), 1)).isEqualTo(1);
            assertThat(app.requests()).isNotEmpty();
            over.countDown();
        }
    }

    @Test
    void anAnswer503OfATargetIsPassedOnAndCountedAsTheTargets() throws Exception {
        try (TestApp app = kit.healthy(BalancerKit.ONE, TestApp.answer(503, "draining"))) {
            assertThat(kit.get("/").body()).isEqualTo("draining");

            assertThat(Until.value(() -> kit.counters().target().serverError(), 1)).isEqualTo(1);
            assertThat(kit.balancer.counters().elb().total()).isZero();
            assertThat(app.requests()).isNotEmpty();
        }
    }

    @Test
    void rulesCanBeReplacedWhileTargetsStay() throws Exception {
        try (TestApp app = kit.healthy(BalancerKit.ONE, TestApp.answer(200, "same target"))) {
            kit.balancer.reconfigure(List.of(kit.group().options()),
                    List.of(new Listener(0, List.of(), new Action.Forward("b"))));

            assertThat(kit.get("/anything").body()).isEqualTo("same target");
            assertThat(app.requests()).isNotEmpty();
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        Listener taken = new Listener(kit.balancer.port(0), List.of(), new Action.FixedResponse(404, null, ""));

        assertThatThrownBy(() -> new LoadBalancer(BalancerOptions.DEFAULTS, List.of(), List.of(taken)))
                .isInstanceOf(PortTakenException.class)
                .hasMessage("127.0.0.1:" + kit.balancer.port(0) + " is taken");
    }

    @Test
    void aRuleThatForwardsToNobodyIsNamed() {
        Listener lost = new Listener(0, List.of(), new Action.Forward("c"));

        assertThatThrownBy(() -> new LoadBalancer(BalancerOptions.DEFAULTS, List.of(), List.of(lost)))
                .isInstanceOf(BalancerException.class).hasMessageContaining("no target group 'c'");
    }
}
