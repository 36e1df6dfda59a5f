// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;

import io.highlands.starter.testing.CallerApplication;
import io.highlands.starter.testing.Eventually;
import io.highlands.starter.testing.RunningService;
import io.highlands.telemetry.Dimension;
import io.highlands.telemetry.Series;
import io.highlands.telemetry.ServiceMetrics;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of metrics when CloudWatch does not answer, and at the end. */
class DeliveryTest {

    private static final Series GC = ServiceMetrics.GC_DURATION.with(Dimension.SERVICE, "service-t");

    private final Logger logger = (Logger) LoggerFactory.getLogger(Delivery.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    /** Also after Boot has set logging up anew. */
    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
    }

    @Test
    void anUnreachableCloudWatchIsOneWarningAndACounter() throws Exception {
        FakeCloudWatch.point("http://127.0.0.1:" + freePort());
        try (Delivery delivery = new Delivery(() -> Clients.cloudWatch(Duration.ofSeconds(2)))) {
            List<PutMetricDataRequest> batch = new Batches("Highlands/test", 1)
                    .of(List.of(Reading.of(GC, Map.of(0.0, 1L))), Instant.now());
            for (int i = 0; i < 3; i++) {
                delivery.send(batch.getFirst(), Duration.ofSeconds(5));
            }
            assertThat(warnings()).singleElement().asString().contains("metrics do not reach CloudWatch",
                    "1 batches lost");
            assertThat(delivery.takeFailures()).isEqualTo(3);
            assertThat(delivery.takeFailures()).isZero();
        }
    }

    @Test
    void aCloudWatchThatHangsHoldsUpNoRequestAndLittleOfTheEnd() throws Exception {
        try (FakeCloudWatch cloudWatch = new FakeCloudWatch()) {
            cloudWatch.hold();
            long closing;
            try (RunningService service = RunningService.start(CallerApplication.class,
                    cloudWatch.settings(upstreams()))) {
                listen();
                Eventually.await("a batch that hangs", () -> cloudWatch.requests() > 0);
                long began = System.nanoTime();
                for (int i = 0; i < 200; i++) {
                    assertThat(service.get("/echo").statusCode()).isEqualTo(200);
                }
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
                Eventually.await("it is given up", () -> !warnings().isEmpty());
                closing = System.nanoTime();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - closing)).isLessThan(Duration.ofSeconds(9));
            assertThat(warnings()).singleElement().asString().contains("no answer within 500 ms");
        }
    }

    @Test
    void theLastRequestsGoOutWhenTheServiceEnds() throws Exception {
        try (FakeCloudWatch cloudWatch = new FakeCloudWatch()) {
            try (RunningService service = RunningService.start(CallerApplication.class,
                    cloudWatch.settings(upstreams("highlands.metrics.step=5m")))) {
                for (int i = 0; i < 7; i++) {
                    service.get("/echo");
                }
                service.get("/broken");
                assertThat(cloudWatch.requests()).isZero();
            }
            assertThat(cloudWatch.data(ServiceMetrics.SERVER_DURATION.name()).stream()
                    .filter(d -> d.dimensions().get("Route").equals("/echo")).mapToDouble(Datum::sampleCount).sum())
                    .isEqualTo(7);
            assertThat(cloudWatch.data(ServiceMetrics.SERVER_ERRORS.name()).stream().mapToDouble(Datum::sum).sum())
                    .isOne();
            assertThat(cloudWatch.data()).allSatisfy(datum -> {
                assertThat(datum.epochSeconds() % 300).isZero();
                assertThat(datum.resolution()).isEqualTo(60);
            });
        }
    }

    @Test
    void aLargeBatchIsGzipped() throws Exception {
        try (FakeCloudWatch cloudWatch = new FakeCloudWatch()) {
            cloudWatch.settings();
            var counts = new TreeMap<Double, Long>();
            for (int i = 1; i <= 3_000; i++) {
                counts.put(i / 7.0, 2L);
            }
            try (Delivery delivery = new Delivery(() -> Clients.cloudWatch(Duration.ofSeconds(5)))) {
                new Batches("Highlands/test", 60).of(List.of(Reading.of(GC, counts)), Instant.now())
                        .forEach(batch -> delivery.send(batch, Duration.ofSeconds(5)));
            }
            assertThat(cloudWatch.gzipped()).isOne();
            assertThat(cloudWatch.data().stream().mapToDouble(Datum::sampleCount).sum()).isEqualTo(6_000);
        }
    }

    private List<String> warnings() {
        return List.copyOf(lines.list).stream().filter(line -> line.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static String[] upstreams(String... more) {
        return Stream.concat(Stream.of("highlands.upstreams.service-x.url=http://127.0.0.1:9",
                "highlands.upstreams.service-y.url=http://127.0.0.1:9"), Stream.of(more)).toArray(String[]::new);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
