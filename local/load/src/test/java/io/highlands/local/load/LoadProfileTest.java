// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.load;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LoadProfileTest {

    private static final URI BASE = URI.create("http://127.0.0.1:8080");

    private static final List<String> PATHS = List.of("/", "/time", "/pets/7");

    private static final int RATE = 50;

    private static final int SECONDS = 1_000;

    @ParameterizedTest(name = "{0} after {1} of its time: {2} of the rate")
    @CsvSource({"STEADY, 0.3, 1", "CANARY, 0.9, 1", "DAY, 0, 0.1", "DAY, 0.25, 0.55", "DAY, 0.5, 1", "DAY, 1, 0.1",
            "DAY, 1.2, 0.1", "SPIKE, 0.39, 0.2", "SPIKE, 0.4, 1", "SPIKE, 0.59, 1", "SPIKE, 0.6, 0.2"})
    void theRateFollowsTheProfile(LoadProfile profile, double over, double share) {
        assertThat(profile.share(over)).isEqualTo(share, within(1e-9));
    }

    /** CloudWatch User Guide, "Synthetic monitoring (canaries)": a canary runs at most once a minute. */
    @ParameterizedTest
    @CsvSource({"CANARY, 1, 0.05", "CANARY, 6, 0.3", "STEADY, 6, 10", "DAY, 1, 10"})
    void aCanaryRequestsEachPathOnceAMinuteOfAwssTimeAndTheOthersAsOftenAsAsked(LoadProfile profile, double timeScale,
            double perSecond) {
        assertThat(profile.highest(10, PATHS.size(), timeScale)).isEqualTo(perSecond, within(1e-9));
    }

    @ParameterizedTest(name = "{0}: {1} of the rate on the average")
    @CsvSource({"DAY, 0.55", "SPIKE, 0.36"})
    void usersSendAsManyRequestsAsTheAreaBelowTheProfile(LoadProfile profile, double mean) {
        long sent = times(profile).length;

        // Four standard deviations of a Poisson distribution, which are the root of its mean
        double expected = mean * RATE * SECONDS;
        assertThat((double) sent).isEqualTo(expected, within(4 * Math.sqrt(expected)));
    }

    /** The variance of a Poisson process's counts is their mean; that of equal gaps is none. */
    @Test
    void usersComeAtRandomTimes() {
        Arrivals users = Arrivals.ofUsers(RATE, seconds -> 1, new Random(7));
        int[] counts = new int[SECONDS];
        for (long time = users.after(0); time < Duration.ofSeconds(SECONDS).toNanos(); time = users.after(time)) {
            counts[(int) (time / 1_000_000_000)]++;
        }
        double mean = IntStream.of(counts).average().orElseThrow();
        double variance = IntStream.of(counts).mapToDouble(count -> (count - mean) * (count - mean)).sum()
                / (SECONDS - 1);

        assertThat(variance / mean).isBetween(0.8, 1.2);
    }

    @Test
    void equalGapsAreOfTheRate() {
        Arrivals steady = Arrivals.constant(4);

        assertThat(steady.after(0)).isEqualTo(250_000_000);
        assertThat(steady.after(250_000_000)).isEqualTo(500_000_000);
    }

    @Test
    void usersAskForEachPathByItsPlaceAndOneInAHundredForAPageThatIsNotThere() {
        LoadPlan plan = LoadProfile.DAY.plan(BASE, PATHS, RATE, Duration.ofSeconds(SECONDS), new Random(7));
        Map<String, Long> asked = LongStream.range(0, 100_000).mapToObj(number -> plan.target().apply(number).getPath())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(asked.keySet()).containsExactlyInAnyOrder("/", "/time", "/pets/7", LoadProfile.NO_PAGE);
        assertThat(asked.get(LoadProfile.NO_PAGE)).isBetween(850L, 1_150L);
        assertThat((double) asked.get("/") / asked.get("/time")).isEqualTo(2, within(0.1));
        assertThat((double) asked.get("/") / asked.get("/pets/7")).isEqualTo(3, within(0.15));
    }

    @Test
    void aPageThatIsNotThereIsNoFailureWhereItIsAnswered404() {
        assertThat(answered(LoadProfile.NO_PAGE, 404).good()).isTrue();
        assertThat(answered(LoadProfile.NO_PAGE, 503).good()).isFalse();
        assertThat(answered("/time", 404).good()).isFalse();
    }

    private static long[] times(LoadProfile profile) {
        Arrivals arrivals = profile.plan(BASE, PATHS, RATE, Duration.ofSeconds(SECONDS), new Random(7)).arrivals();
        return LongStream.iterate(arrivals.after(0), time -> time < Duration.ofSeconds(SECONDS).toNanos(),
                arrivals::after).toArray();
    }

    private static Answer answered(String path, int status) {
        return new Answer(path, Instant.EPOCH, status, 1, "");
    }
}
