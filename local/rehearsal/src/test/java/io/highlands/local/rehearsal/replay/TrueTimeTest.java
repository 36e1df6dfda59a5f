// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.statistics.Statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Ten seconds of local mode as a minute of AWS. */
class TrueTimeTest {

    private static final Instant NOW = Tale.START.plus(Duration.ofDays(1));

    @Test
    void whatIsASumStaysOneAndEveryTenSecondsAreAMinute() {
        assertThat(read("1x6 7 8 9 2x6", "Sum", 60, 0, 15)).containsExactly(1, 1, 1, 1, 1, 1, 7, 8, 9, 2, 2, 2, 2, 2,
                2);
    }

    @Test
    void longPeriodsHoldAllThatWasPublishedInThem() {
        assertThat(read("1x6 10x9", "Sum", 300, 0, 3)).containsExactly(5, 1 + 4 * 10, 50);
        assertThat(read("1x6 10x9", "SampleCount", 300, 0, 3)).containsExactly(5, 5, 5);
    }

    @Test
    void meansAreWeighedByTheirSamples() {
        assertThat(read("1@100x6 1@100 3@500 1@0x7", "Average", 120, 6, 1)).containsExactly((100 + 3 * 500) / 4.0);
    }

    @Test
    void ranksAreWeighedByTheirSamples() {
        assertThat(read("9@0.5x6 9@0.5 3@4 1@0.5x7", "PR(:1)", 120, 6, 1)).containsExactly(75);
    }

    @Test
    void stepsWithoutDataStayWithoutData() {
        assertThat(read("1x6 -x3 1x6", "Sum", 60, 5, 5)).containsExactly(1, Double.NaN, Double.NaN, Double.NaN, 1);
    }

    @Test
    void theCalmStretchIsRepeatedBeforeTheRecording() {
        assertThat(read("1 2 3 4 5 6 0x9", "Sum", 60, -8, 8)).containsExactly(5, 6, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void theLaterHalfOfTheFaultIsRepeatedAfterIt() {
        assertThat(read("0x6 1 2 3 4 5 6 7 8 9", "Sum", 60, 13, 8)).containsExactly(8, 9, 6, 7, 8, 9, 6, 7);
    }

    @Test
    void theFaultIsWhereItWasBetweenTwoSteps() {
        Recording early = new Tale().recording();
        Recording recording = new Recording(early.from(), early.faultAt().plusSeconds(4), early.to(), 6, Tale.STEP,
                early.series());

        assertThat(new TrueTime(recording, Duration.ZERO, Duration.ZERO).faultAt())
                .isEqualTo(Tale.START.plusSeconds(6 * 60 + 24));
    }

    @Test
    void statisticsThatARecordingCannotTellAreRefusedInOneLine() {
        assertThatThrownBy(() -> read("1x15", "p99", 60, 0, 1)).isInstanceOf(ReplayException.class)
                .hasMessage("the statistic p99 cannot be told from a recording; allowed: SampleCount, Sum, Average, "
                        + "Minimum, Maximum and ranks from below such as PR(:1)");
        Bucket middle = new Bucket(10, 50, 1, 9, Map.of("PR(3:6)", 40.0));
        assertThatThrownBy(() -> middle.samples(Statistic.parse("PR(3:6)"))).isInstanceOf(ReplayException.class);
    }

    private static double[] read(String values, String statistic, int period, int firstMinute, int periods) {
        Recording recording = new Tale().with("AWS/ECS Some", values).recording();
        TrueTime time = new TrueTime(recording, Duration.ofHours(1), Duration.ofHours(1));
        Statistic wanted = Statistic.parse(statistic);
        Range range = new Range(Tale.START.plusSeconds(firstMinute * 60L), Duration.ofSeconds(period), periods);
        var series = time.metric(recording.series().getFirst(), wanted, 1).read(range, NOW).series("", wanted);
        return IntStream.range(0, periods)
                .mapToDouble(i -> series.at(range.at(i)).orElse(Double.NaN)).toArray();
    }

    @Test
    void bucketsAreMultipliedWhole() {
        var buckets = new TreeMap<>(Map.of(0, new Bucket(2, 3, 1, 2, Map.of())));

        assertThat(new RecordedSeries(Tale.metric("AWS/ECS Some"), buckets).buckets().get(0).times(2))
                .isEqualTo(new Bucket(2, 6, 2, 4, Map.of()));
    }
}
