// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.traces;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;

import static org.assertj.core.api.Assertions.assertThat;

class TracesBenchTest {

    @TempDir
    private Path folder;

    @Test
    void bothProtocolsBringTheSameTracesThroughTheRealIntakeIntoTheStore() throws Exception {
        try (BenchTraces traces = new BenchTraces(folder)) {
            for (SpanLoad load : new SpanLoad[]{traces.otlp(), traces.datadog()}) {
                long first = traces.sent();
                load.run(Duration.ofMinutes(1), SpanLoad.BATCH, 1e9);

                assertThat(traces.sent()).isGreaterThan(first);
                assertThat(traces.traces().find(new TraceId(BenchSpan.HIGH, Mark.traceId(first + 13))))
                        .hasSize(BenchSpan.SPANS)
                        .anySatisfy(span -> assertThat(span.parent()).isZero())
                        .anySatisfy(span -> {
                            assertThat(span.id()).isEqualTo(Mark.spanId(first + 13, 4));
                            assertThat(span.parent()).isEqualTo(Mark.spanId(first + 13, 2));
                            assertThat(span.service()).isEqualTo("service-a");
                            assertThat(span.kind()).isEqualTo(SpanKind.SERVER);
                            assertThat(span.localRoot()).isTrue();
                            assertThat(span.route()).isEqualTo("/route/3");
                            assertThat(span.httpStatus()).isEqualTo(500);
                            assertThat(span.status()).isEqualTo(SpanStatus.ERROR);
                            assertThat(span.requestId()).contains(Long.toHexString(Mark.traceId(first + 13)));
                        })
                        .filteredOn(Span::localRoot).hasSize(3);
            }
        }
    }

    @Test
    void aShortRunDropsNothingAndSaysWhatItFound() throws Exception {
        StringWriter text = new StringWriter();
        new TracesBench(folder, folder.resolve("bench"), new PrintWriter(text))
                .run(new TracesBench.Plan(Duration.ofSeconds(1), 2_000, 10_000, false));

        assertThat(text.toString()).contains("OTLP at 2,000 spans/s", "Datadog at 2,000 spans/s",
                "one trace by its id: p50", "all lists: p50", "all searches: p50").doesNotContain("problem");
        assertThat(folder.resolve("bench")).doesNotExist();
    }
}
