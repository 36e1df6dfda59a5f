// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.traces.search.SearchException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TraceSelectionTest {

    /** Trace n took n ms; 3, 6 and 9 failed. */
    private static final List<TraceSample> TRACES = IntStream.rangeClosed(1, 10)
            .mapToObj(n -> Samples.trace(n % 3 == 0, n * Samples.MILLI, Map.of())).toList();

    private static List<Long> selected(String text) {
        return TRACES.stream().filter(TraceSelection.read(text).among(TRACES))
                .map(trace -> trace.durationNanos() / Samples.MILLI).toList();
    }

    @Test
    void failedOnesSlowOnesAndDurationsAreSelected() {
        assertThat(selected("failed")).containsExactly(3L, 6L, 9L);
        assertThat(selected("slow")).containsExactly(10L);
        assertThat(selected("duration>8ms")).containsExactly(9L, 10L);
        assertThat(selected("duration>=3.15ms duration<5ms")).containsExactly(4L);
    }

    @Test
    void whereAllTakeEquallyLongNoneIsSlow() {
        List<TraceSample> equal = Samples.traces("a", 1, 1, 0, 20);
        assertThat(equal).noneMatch(TraceSelection.SLOW.among(equal));
        assertThat(List.<TraceSample>of()).noneMatch(TraceSelection.SLOW.among(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fast", "error", "status>500", "duration>1ms error"})
    void anotherSelectionIsRefusedInOneLine(String text) {
        assertThatThrownBy(() -> TraceSelection.read(text)).isInstanceOf(SearchException.class).hasMessage(
                "compare '" + text + "'; there are: failed, slow, or a duration such as duration>200ms");
    }

    @Test
    void aDurationWithoutAUnitIsRefusedAsInASearch() {
        assertThatThrownBy(() -> TraceSelection.read("duration>200")).isInstanceOf(SearchException.class)
                .hasMessageContaining("'duration>200' is no duration");
    }
}
