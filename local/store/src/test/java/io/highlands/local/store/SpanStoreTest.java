// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanSource;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;

import static org.assertj.core.api.Assertions.assertThat;

class SpanStoreTest extends StoreInFolder {

    private final Instant now = Instant.now();

    private static Span everything() {
        return new Span(new TraceId(-1, Long.MIN_VALUE), -2, -3, false, SpanSource.DATADOG, "sérvice", "GET \u0000 ☃",
                SpanKind.CONSUMER, Spans.nanos(Instant.now()), Long.MAX_VALUE / 2, SpanStatus.ERROR, "/{id}", "POST",
                599, "id", "peer", "java.lang.Error\n\tat",
                Map.of("a\u001fb", "c\u001ed\u001b", "", "", "k", "\"{}\""));
    }

    @Test
    void aSpanIsReadAsItWasPutFromMemoryAndFromFiles() throws InterruptedException {
        Span span = everything();
        store.spans().put(List.of(span));
        assertThat(store.spans().trace(span.trace())).containsExactly(span);

        Telemetry.awaitWritten(store);
        assertThat(store.spans().trace(span.trace())).containsExactly(span);

        reopen();
        assertThat(store.spans().trace(span.trace())).containsExactly(span);
    }

    @Test
    void aTraceIsFoundByTheNameOfAnyOfItsSpans() throws InterruptedException {
        Span root = Spans.of(1);
        Span child = new Span(root.trace(), 9, root.id(), false, SpanSource.OTLP, "service-a", "SELECT Orders",
                SpanKind.CLIENT, root.startNanos(), 1, SpanStatus.UNSET, "", "", 0, "", "db", "", Map.of());
        SpanQuery orders = Spans.text("orders");
        store.spans().put(List.of(root, child, Spans.of(2)));
        assertThat(store.spans().roots(orders)).containsExactly(root.with(Map.of()));

        Telemetry.awaitWritten(store);
        reopen();
        assertThat(store.spans().roots(orders)).containsExactly(root.with(Map.of()));
        assertThat(store.spans().roots(Spans.text("nowhere"))).isEmpty();
    }

    @Test
    void everySpanIsReadExactlyOnceWhileItIsWritten() {
        for (int i = 1; i <= 300; i++) {
            store.spans().put(List.of(Spans.of(i), Spans.of(i)));
            assertThat(store.spans().roots(Spans.newest(10_000))).hasSize(2 * i);
            assertThat(store.spans().trace(Spans.trace(Math.max(1, i - 100)))).hasSize(2);
        }
    }

    @Test
    void aTraceIsFoundAmongManyBlocksAlsoWhenItsSpansCameFarApart() throws InterruptedException {
        for (int batch = 0; batch < 60; batch++) {
            List<Span> spans = new ArrayList<>();
            LongStream.range(0, 500).forEach(i -> spans.add(Spans.of(ThreadLocalRandom.current().nextLong())));
            spans.add(Spans.of(42));
            assertThat(store.spans().put(spans)).isTrue();
            Telemetry.awaitWritten(store);
        }
        assertThat(store.spans().trace(Spans.trace(42))).hasSize(60);

        reopen();
        assertThat(store.spans().trace(Spans.trace(42))).hasSize(60);
        assertThat(store.spans().totals(List.of(Spans.trace(42))).get(Spans.trace(42)).spans()).isEqualTo(60);
        assertThat(store.spans().trace(Spans.trace(43))).isEmpty();
    }

    @Test
    void timesThatNobodyKeepsAreCountedAsDroppedAndTheRestIsTaken() {
        assertThat(store.spans().put(List.of(Spans.root(1, Instant.ofEpochSecond(5), Duration.ZERO),
                Spans.root(2, now, Duration.ZERO), Spans.root(3, now.plus(Duration.ofDays(9000)), Duration.ZERO))))
                .isTrue();

        assertThat(store.spans().roots(Spans.newest(10))).extracting(Span::trace).containsExactly(Spans.trace(2));
        assertThat(store.spans().stored()).isEqualTo(1);
        assertThat(store.spans().dropped()).isEqualTo(2);
    }

    @Test
    void aFloodIsTurnedAwayAndCountedAndLeavesMetricsAlone() {
        List<Span> batch = LongStream.range(0, 20_000).mapToObj(Spans::of).toList();
        long turnedAway = 0;
        for (int i = 0; i < 40 && turnedAway == 0; i++) {
            turnedAway = store.spans().put(batch) ? 0 : batch.size();
            assertThat(store.metrics().put(List.of(Sample.of(Telemetry.metric("m"), now, i, "None")))).isTrue();
        }

        assertThat(turnedAway).isPositive();
        assertThat(store.spans().dropped()).isEqualTo(turnedAway);
    }

    @Test
    void spansHaveRoomOfTheirOwnAndTheOldestGoFirst() throws InterruptedException {
        store.close();
        store = TelemetryStore.open(StoreOptions.in(folder).withMaxSpanBytes(8_000_000));
        store.metrics().put(List.of(Sample.of(Telemetry.metric("m"), now.minus(Duration.ofDays(3)), 1, "None")));
        store.spans().put(List.of(Spans.root(1, now.minus(Duration.ofDays(1)), Duration.ZERO)));
        for (int i = 0; i < 24; i++) {
            List<Span> spans = new ArrayList<>();
            LongStream.range(0, 5_000).forEach(n -> spans.add(Spans.of(ThreadLocalRandom.current().nextLong())));
            store.spans().put(spans);
            Telemetry.awaitWritten(store);
        }
        Telemetry.await(() -> store.spans().trace(Spans.trace(1)).isEmpty());

        assertThat(store.metrics().lastSeen(Telemetry.metric("m"))).isPresent();
        Telemetry.await(() -> store.usage().bytes() < 16_000_000);
    }
}
