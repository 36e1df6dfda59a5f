// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;

import io.highlands.starter.testing.Eventually;
import io.highlands.starter.testing.RunningService;
import io.highlands.starter.testing.StubUpstream;
import io.highlands.starter.upstream.FanOut;
import io.highlands.telemetry.Series;
import io.highlands.telemetry.ServiceMetrics;

import static org.assertj.core.api.Assertions.assertThat;

/** What a service of service B's shape, two routes and two upstreams, sends to CloudWatch. */
class PublishedMetricsTest {

    private static final String ANSWER = "{\"value\":\"1\"}";
    private static final List<Series> DECLARED = ServiceMetrics.series("service-t", List.of("/", "/y"),
            List.of("service-x", "service-y"));

    @Test
    void exactlyTheDeclaredSeriesGoOutAndNoMoreThanTheBudget() throws Exception {
        try (FakeCloudWatch cloudWatch = new FakeCloudWatch();
                StubUpstream upstream = StubUpstream.answering(ANSWER);
                RunningService service = start(cloudWatch, upstream, upstream)) {
            for (String path : List.of("/", "/y", "/nowhere", "/nowhere/else", "/health")) {
                service.get(path);
            }
            Eventually.await("every declared series", () -> series(cloudWatch).containsAll(declared()));

            assertThat(series(cloudWatch)).isEqualTo(declared()).hasSizeLessThanOrEqualTo(ServiceMetrics.BUDGET);
            assertThat(cloudWatch.data()).allSatisfy(datum -> {
                assertThat(datum.namespace()).isEqualTo("Highlands/test");
                assertThat(datum.resolution()).isOne();
                assertThat(datum.epochSeconds() % 1).isZero();
                assertThat(datum.unit()).isEqualTo(unit(datum));
            });
        }
    }

    @Test
    void nothingThatWentWrongIsZeroAndNotSilence() throws Exception {
        try (FakeCloudWatch cloudWatch = new FakeCloudWatch();
                StubUpstream upstream = StubUpstream.answering(ANSWER);
                RunningService service = start(cloudWatch, upstream, upstream)) {
            Set<String> without = Set.of(ServiceMetrics.SERVER_DURATION.name(), ServiceMetrics.CLIENT_DURATION.name());
            Set<String> silent = DECLARED.stream().filter(s -> !without.contains(s.metric().name()))
                    .map(PublishedMetricsTest::named).collect(Collectors.toSet());

            assertThat(service.get("/health").statusCode()).isEqualTo(200);
            Eventually.await("zeros", () -> series(cloudWatch).equals(silent));
            assertThat(cloudWatch.data(ServiceMetrics.SERVER_ERRORS.name())).isNotEmpty()
                    .allSatisfy(datum -> assertThat(datum.counts()).containsOnlyKeys(0.0));
        }
    }

    @Test
    void failuresOfAnUpstreamAreCountedByTheirClass() throws Exception {
        try (FakeCloudWatch cloudWatch = new FakeCloudWatch();
                StubUpstream broken = StubUpstream.answering(ANSWER);
                StubUpstream unreadable = StubUpstream.answering("{\"value\":");
                RunningService service = start(cloudWatch, broken, unreadable)) {
            broken.answer(503, "text/plain", "upstream connect error");
            service.get("/?only=x");
            broken.answer(404, "text/plain", "");
            service.get("/?only=x");
            service.get("/y");

            Eventually.await("three failures", () -> errors(cloudWatch, "service-x", "5xx") == 1
                    && errors(cloudWatch, "service-x", "4xx") == 1 && errors(cloudWatch, "service-y", "error") == 1);
            Eventually.await("three answers of this service's own", () -> cloudWatch
                    .data(ServiceMetrics.SERVER_ERRORS.name()).stream().mapToDouble(Datum::sum).sum() == 3);
            assertThat(cloudWatch.data(ServiceMetrics.CLIENT_DURATION.name()).stream().mapToDouble(Datum::sampleCount)
                    .sum()).isEqualTo(3);
        }
    }

    @Test
    void aCallThatWasGivenUpHereIsNoFailureOfItsUpstream() throws Exception {
        try (FakeCloudWatch cloudWatch = new FakeCloudWatch();
                StubUpstream slow = StubUpstream.answering(ANSWER).hold(ANSWER);
                StubUpstream broken = StubUpstream.answering(ANSWER);
                RunningService service = start(cloudWatch, slow, broken)) {
            broken.answer(500, "text/plain", "");
            service.get("/");

            Eventually.await("both calls", () -> cloudWatch.data(ServiceMetrics.CLIENT_DURATION.name()).stream()
                    .mapToDouble(Datum::sampleCount).sum() == 2);
            Eventually.await("one failure", () -> errors(cloudWatch, "service-y", "5xx") == 1);
            assertThat(errors(cloudWatch, "service-x", "error")).isZero();
        }
    }

    @Test
    void anOpenCircuitIsSeenHoweverShortAndItsCallsAreCountedAsRejected() throws Exception {
        try (FakeCloudWatch cloudWatch = new FakeCloudWatch();
                StubUpstream broken = StubUpstream.answering(ANSWER);
                StubUpstream fine = StubUpstream.answering(ANSWER);
                RunningService service = start(cloudWatch, broken, fine,
                        "highlands.upstreams.service-x.breaker.open-for=10ms")) {
            broken.answer(500, "text/plain", "");
            for (int i = 0; i < 40; i++) {
                service.get("/?only=x");
            }
            Eventually.await("open",
                    () -> cloudWatch.data(ServiceMetrics.CIRCUIT_OPEN.name()).stream().anyMatch(d -> d.sum() == 1));
            Eventually.await("all 40 calls, made or rejected", () -> cloudWatch
                    .data(ServiceMetrics.CLIENT_REJECTED.name()).stream().mapToDouble(Datum::sum).sum()
                    + errors(cloudWatch, "service-x", "5xx") == 40);
            assertThat(cloudWatch.data(ServiceMetrics.BULKHEAD_ACTIVE.name())).anyMatch(d -> d.sum() == 1);
            broken.answer(200, "application/json", ANSWER);
            Eventually.await("closed again", () -> {
                service.get("/?only=x");
                return cloudWatch.data(ServiceMetrics.CIRCUIT_OPEN.name()).getLast().sum() == 0;
            });
        }
    }

    private static RunningService start(FakeCloudWatch cloudWatch, StubUpstream x, StubUpstream y, String... more) {
        String[] settings = cloudWatch.settings("highlands.upstreams.service-x.url=" + x.url(),
                "highlands.upstreams.service-y.url=" + y.url());
        String[] all = Stream.of(settings, more).flatMap(Stream::of)
                .toArray(String[]::new);
        return RunningService.start(OfBsShape.class, all);
    }

    private static Set<String> series(FakeCloudWatch cloudWatch) {
        return cloudWatch.data().stream().map(Datum::series).collect(Collectors.toSet());
    }

    private static Set<String> declared() {
        return DECLARED.stream().map(PublishedMetricsTest::named).collect(Collectors.toSet());
    }

    private static String named(Series series) {
        return series.metric().name() + new TreeMap<>(series.dimensions());
    }

    private static String unit(Datum datum) {
        return ServiceMetrics.all().stream().filter(m -> m.name().equals(datum.name())).findFirst().orElseThrow().unit()
                .cloudWatchName();
    }

    private static double errors(FakeCloudWatch cloudWatch, String upstream, String status) {
        return cloudWatch.data(ServiceMetrics.CLIENT_ERRORS.name()).stream()
                .filter(d -> d.dimensions().get("Upstream").equals(upstream)
                        && d.dimensions().get("Status").equals(status))
                .mapToDouble(Datum::sum).sum();
    }

    /** A service of B's shape. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ImportHttpServices(group = "service-x", types = OfBsShape.ServiceX.class)
    @ImportHttpServices(group = "service-y", types = OfBsShape.ServiceY.class)
    static class OfBsShape {

        interface ServiceX {

            @GetExchange("/x")
            Answer x();
        }

        interface ServiceY {

            @GetExchange("/y")
            Answer y();
        }

        record Answer(String value) {}

        @RestController
        record Routes(ServiceX x, ServiceY y, FanOut fanOut) {

            @GetMapping("/")
            Answer both(@RequestParam(required = false) String only) {
                return "x".equals(only) ? x.x() : fanOut.join(x::x, y::y, (a, b) -> a);
            }

            @GetMapping("/y")
            Answer why() {
                return y.y();
            }
        }
    }
}
