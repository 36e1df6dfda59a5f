// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.highlands.cloudwatch.model.statistics.Statistic;

import static io.highlands.cloudwatch.model.alarm.Recording.START;
import static io.highlands.cloudwatch.model.alarm.Recording.minute;
import static org.assertj.core.api.Assertions.assertThat;

/** How a rehearsal uses the model: a fast-burn page of a 99.9 % objective over a made-up day. */
class BurnRateReplayTest {

    private static final double FAST_BURN = 14.4 * 0.1;

    private static Replay page(String requests, String errors) {
        return new Replay().add(burn("fast-1h", Duration.ofHours(1)), ratio(requests, errors))
                .add(burn("fast-5m", Duration.ofMinutes(5)), ratio(requests, errors))
                .add(CompositeAlarm.of("page", "ALARM(fast-1h) AND ALARM(fast-5m)"));
    }

    private static MetricAlarm burn(String name, Duration window) {
        return MetricAlarm.when(name, Comparison.GREATER, FAST_BURN).every(window).treating(MissingData.NOT_BREACHING);
    }

    private static AlarmInput ratio(String requests, String errors) {
        Statistic sum = Statistic.parse("Sum");
        return new MathInput(
                Map.of("requests", new MathInput.Metric(sum, Recording.of(requests)), "errors",
                        new MathInput.Metric(sum, Recording.of(errors))),
                Map.of("e1", "100 * FILL(errors, 0) / requests"), "e1");
    }

    @Test
    void aSteadyBurnPagesWithinTheHourAndClearsSoonAfter() {
        Timeline timeline = page("1000x1440", "-x600 50x60 -x780").between(START, minute(1440));

        assertThat(timeline.fired()).containsExactly("fast-5m", "fast-1h", "page");
        assertThat(timeline.first("page", AlarmState.ALARM)).contains(minute(618));
        assertThat(timeline.of("page").getLast().at()).isEqualTo(minute(664));
    }

    @Test
    void aShortSpikeDoesNotPage() {
        Timeline timeline = page("1000x1440", "-x600 100x5 -x835").between(START, minute(1440));

        assertThat(timeline.fired()).containsExactly("fast-5m");
    }

    @Test
    void noTrafficDoesNotPage() {
        assertThat(page("1000x600 -x840", "-x1440").between(START, minute(1440)).fired()).isEmpty();
    }
}
