// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.highlands.starter.testing.Eventually;
import io.highlands.starter.testing.RunningService;
import io.highlands.telemetry.ServiceMetrics;

import static org.assertj.core.api.Assertions.assertThat;

/** The switch of the metrics in all its positions, and metrics of a service's own. */
class SwitchTest {

    @Test
    void unlessAskedForNothingIsPublishedButActuatorStillShowsIt() throws Exception {
        try (RunningService service = RunningService.start(Orders.class)) {
            service.get("/order");

            assertThat(service.context().getBeansOfType(Publisher.class)).isEmpty();
            // A request is counted when its response has gone out
            Timer counted = service.context().getBean(MeterRegistry.class)
                    .get(ServiceMetrics.SERVER_DURATION.name()).timer();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (counted.count() == 0 && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(counted.count()).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"highlands.metrics.enabled=perhaps", "highlands.metrics.step=often",
            "highlands.metrics.step=0s", "highlands.metrics.step=6m"})
    void aSettingThatCannotBeReadTurnsThemOffAndTheServiceStarts(String setting) throws Exception {
        try (RunningService service = RunningService.start(Orders.class, "highlands.metrics.enabled=true",
                setting)) {
            assertThat(service.context().getBeansOfType(Publisher.class)).isEmpty();
            assertThat(service.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void metersOfTheServicesOwnGoOutWhenNamedAndWithinTheirNumber() throws Exception {
        try (FakeCloudWatch cloudWatch = new FakeCloudWatch();
                RunningService service = RunningService.start(Orders.class,
                        cloudWatch.settings("highlands.metrics.also=orders.value,orders.placed",
                                "highlands.metrics.also-series=3", "management.metrics.tags.team=red"))) {
            for (int i = 0; i < 5; i++) {
                service.get("/order");
            }
            Eventually.await("orders",
                    () -> cloudWatch.data("orders.value").stream().mapToDouble(Datum::sum).sum() == 100
                            && cloudWatch.data("orders.placed").stream().map(Datum::series).distinct().count() == 2);

            assertThat(cloudWatch.data("orders.value")).allSatisfy(datum -> assertThat(datum.dimensions())
                    .containsEntry("Service", "service-t").containsEntry("team", "red"));
            assertThat(cloudWatch.data("orders.secret")).isEmpty();
            assertThat(cloudWatch.data(ServiceMetrics.SERVER_DURATION.name()))
                    .allSatisfy(datum -> assertThat(datum.dimensions()).containsOnlyKeys("Service", "Route"));
        }
    }

    /** A service with meters of its own. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Orders {

        @RestController
        static final class Route {

            private final MeterRegistry meters;
            private int orders;

            Route(MeterRegistry meters) {
                this.meters = meters;
                meters.counter("orders.placed", "kind", "0");
                meters.counter("orders.placed", "kind", "1");
                meters.summary("orders.value");
            }

            @GetMapping("/order")
            String order() {
                int order = orders++;
                meters.counter("orders.placed", "kind", String.valueOf(order)).increment();
                meters.counter("orders.secret").increment();
                meters.summary("orders.value").record(order * 10);
                return "ordered";
            }
        }
    }
}
