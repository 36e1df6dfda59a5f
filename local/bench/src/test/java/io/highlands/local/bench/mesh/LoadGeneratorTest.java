// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.mesh;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.highlands.local.forward.TestApp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoadGeneratorTest {

    private static final String ADDRESS = "127.77.249.2";
    private static final URI URL = URI.create("http://" + ADDRESS + ":3000/route");

    @Test
    void theReportOfWrkIsRead() throws Exception {
        Sample sample = Wrk.parse("""
                Running 3s test @ http://127.255.241.1:8080/route
                  1 threads and 16 connections
                  Thread Stats   Avg      Stdev     Max   +/- Stdev
                    Latency     1.90ms    2.87ms  51.14ms   90.48%
                  Latency Distribution
                     50%  876.00us
                     75%    2.14ms
                     90%    4.63ms
                     99%   12.62ms
                  64712 requests in 5.02s, 13.08MB read
                Requests/sec:  12902.47
                """);

        assertThat(sample).isEqualTo(new Sample(876, 12_620, 12_902.47));
    }

    @Test
    void failedRequestsAreNoMeasurement() {
        assertThatThrownBy(() -> Wrk.parse("  Non-2xx or 3xx responses: 7\nRequests/sec: 12.0"))
                .isInstanceOf(IOException.class).hasMessageContaining("7 requests");
    }

    @Test
    void theBuiltInGeneratorMeasuresToo() throws Exception {
        try (TestApp app = TestApp.on(ADDRESS, 3000, TestApp.answer(200, "hello"))) {
            Sample sample = new SocketLoad().run(URL, 2, Duration.ofMillis(200));

            assertThat(sample.perSecond()).isPositive();
            assertThat(sample.p99Micros()).isGreaterThanOrEqualTo(sample.p50Micros());
            assertThat(app.requests()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void theBuiltInGeneratorSaysWhatWentWrong() throws Exception {
        try (TestApp app = TestApp.on(ADDRESS, 3000, TestApp.answer(503, "no"))) {
            assertThatThrownBy(() -> new SocketLoad().run(URL, 1, Duration.ofMillis(200)))
                    .isInstanceOf(IOException.class).hasMessageContaining("503");
            assertThat(app.requests()).isNotEmpty();
        }
    }

    @Test
    void aMedianIsTheMiddleOrTheMeanOfTheMiddle() {
        Sample one = new Sample(1, 0, 0);
        Sample two = new Sample(2, 0, 0);
        Sample nine = new Sample(9, 0, 0);

        assertThat(Sample.median(List.of(nine, one, two), Sample::p50Micros)).isEqualTo(2);
        assertThat(Sample.median(List.of(one, two), Sample::p50Micros)).isEqualTo(1.5);
    }
}
