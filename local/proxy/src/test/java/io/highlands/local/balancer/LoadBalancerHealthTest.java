// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.highlands.local.balancer.TargetHealth.State;
import io.highlands.local.forward.RawServer;
import io.highlands.local.forward.TestApp;
import io.highlands.local.forward.Until;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Health of targets, and which of them get requests. */
class LoadBalancerHealthTest {

    private final BalancerKit kit = new BalancerKit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void healthChecksComeFromTheLoadBalancerAndAreNotCounted() throws Exception {
        try (TestApp app = kit.healthy(BalancerKit.ONE, TestApp.answer(200, ""))) {
            assertThat(app.requests().getFirst().getFirst("User-Agent")).isEqualTo("ELB-HealthChecker/2.0");
            assertThat(kit.balancer.counters().requests()).isZero();
            assertThat(kit.group().health("one").state()).isEqualTo(State.HEALTHY);
        }
    }

    @Test
    void aTargetThatClosesOnAHealthCheckIsSaidToHaveDoneSo() throws Exception {
        try (RawServer target = RawServer.on(BalancerKit.ONE.address(), BalancerKit.ONE.port(), RawServer::reset)) {
            kit.group().register(BalancerKit.ONE);

            assertThat(Until.is(() -> kit.group().health("one").reason().endsWith("closed without an answer")))
                    .isTrue();
            assertThat(target.connections()).isPositive();
        }
    }

    @Test
    void healthyTargetsTakeTurnsAndUnhealthyOnesGetNothing() throws Exception {
        AtomicBoolean sick = new AtomicBoolean();
        try (TestApp one = kit.healthy(BalancerKit.ONE, TestApp.answer(200, "1"), sick);
                TestApp two = kit.healthy(BalancerKit.TWO, TestApp.answer(200, "2"))) {
            assertThat(List.of(kit.get("/").body(), kit.get("/").body())).containsExactlyInAnyOrder("1", "2");

            sick.set(true);
            assertThat(Until.is(() -> kit.group().health("one").state() == State.UNHEALTHY)).isTrue();

            assertThat(List.of(kit.get("/").body(), kit.get("/").body(), kit.get("/").body())).containsOnly("2");
            assertThat(kit.group().health("one").reason()).contains("[500]");
            assertThat(Until.value(() -> kit.counters().healthyHosts(), 1)).isEqualTo(1);
            assertThat(Until.value(() -> kit.counters().unhealthyHosts(), 1)).isEqualTo(1);
            assertThat(one.requests()).isNotEmpty();
            assertThat(two.requests()).isNotEmpty();
        }
    }

    /**
     * Source: "Troubleshoot your Application Load Balancers", A registered target is not in service: "Your target is not in
     * service until it passes one health check."
     */
    @Test
    void aTargetThatHasNotPassedAHealthCheckGetsNoRequest() throws Exception {
        CountDownLatch checked = new CountDownLatch(1);
        try (TestApp app = TestApp.on(BalancerKit.ONE.address(), BalancerKit.ONE.port(), exchange -> {
            if (exchange.getRequestURI().getPath().equals("/health")) {
                Until.open(checked);
            }
            TestApp.send(exchange, 200, "up");
        })) {
            kit.group().register(BalancerKit.ONE);

            assertThat(kit.get("/").statusCode()).isEqualTo(503);
            assertThat(kit.group().health("one").state()).isEqualTo(State.INITIAL);
            checked.countDown();
            kit.group().whenHealthy("one").get(20, TimeUnit.SECONDS);
            assertThat(kit.get("/").body()).isEqualTo("up");
            assertThat(app.requests()).isNotEmpty();
        }
    }

    @Test
    void whenNoTargetIsHealthyAllAreUsed() throws Exception {
        AtomicBoolean sick = new AtomicBoolean();
        try (TestApp one = kit.healthy(BalancerKit.ONE, TestApp.answer(200, "open"), sick)) {
            sick.set(true);
            assertThat(Until.is(() -> kit.group().health("one").state() == State.UNHEALTHY)).isTrue();

            assertThat(kit.get("/").body()).isEqualTo("open");
            assertThat(Until.value(() -> kit.counters().unhealthyRouting(), 1)).isEqualTo(1);
            assertThat(one.requests()).isNotEmpty();
        }
    }

    @Test
    void aDeregisteredTargetFinishesWhatItHasAndGetsNothingNew() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try (TestApp one = kit.healthy(BalancerKit.ONE, exchange -> {
            arrived.countDown();
            Until.open(finish);
            TestApp.send(exchange, 200, "finished");
        })) {
            CompletableFuture<HttpResponse<String>> answer = kit.getLater("/");
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

            CompletableFuture<Void> drained = kit.group().deregister("one");
            assertThat(kit.group().health("one").state()).isEqualTo(State.DRAINING);
            assertThat(kit.get("/").statusCode()).isEqualTo(503);
            assertThat(drained).isNotDone();
            finish.countDown();

            assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("finished");
            drained.get(20, TimeUnit.SECONDS);
            assertThat(kit.group().health("one").state()).isEqualTo(State.UNUSED);
            assertThat(one.requests()).isNotEmpty();
        }
    }

    @Test
    void aTargetTakenOutBeforeItIsHealthyNeverBecomesSo() {
        kit.group().register(BalancerKit.ONE);
        CompletableFuture<Void> healthy = kit.group().whenHealthy("one");

        kit.group().deregister("one");

        assertThatThrownBy(healthy::join).hasMessageContaining("one was deregistered");
    }
}
