// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.highlands.local.rehearsal.RehearsalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A drill from its start to its score with a scripted platform and trainee; a second passes with each pause. */
class DrillRunTest {

    private static final DrillPlan PLAN = new DrillPlan(1, 7, List.of(SamplePlatform.SLOW), Optional.empty());
    private static final int TIME_SCALE = 6;

    private final List<String> told = new ArrayList<>();
    private final Deque<String> lines = new ArrayDeque<>();
    private final Scripted platform = new Scripted();
    private Runnable beforeDrill = () -> {};

    private final class Scripted implements DrillTarget {

        private Instant now = SamplePlatform.BEGAN;
        private int unhealthySeconds;
        private Optional<Instant> mitigated = Optional.empty();
        private int silent;
        private boolean gone;
        private boolean begun;
        private int ends;

        @Override
        public String disturbance() {
            respond();
            return unhealthySeconds-- > 0 ? "service-a has 0 of 1 tasks, not stable" : "";
        }

        private void respond() {
            if (gone || silent-- > 0) {
                throw new RehearsalException("the platform has stopped");
            }
        }

        @Override
        public Instant begin(DrillPlan plan) {
            begun = true;
            return now;
        }

        @Override
        public Look look() {
            respond();
            return new Look(now, List.of(mitigated.filter(at -> !now.isBefore(at))), Map.of());
        }

        @Override
        public Optional<SpentBudget> spent(Instant from, Instant to) {
            return Optional.of(new SpentBudget(Duration.between(from, to).toSeconds(), 0, Optional.empty(),
                    Optional.empty()));
        }

        @Override
        public void end() {
            ends++;
        }

        @Override
        public boolean isEnded() {
            return ends > 0;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void pause() {
            now = now.plusSeconds(1);
        }
    }

    private DrillResult run() {
        DrillListener trainee = new DrillListener() {

            @Override
            public void tell(List<String> said) {
                told.addAll(said);
            }

            @Override
            public Optional<String> next() {
                return Optional.ofNullable(lines.poll());
            }
        };
        Answer.Allowed allowed = new Answer.Allowed(SamplePlatform.reference().places(), List.of("latency"),
                List.of("replace-tasks"));
        DrillRun run = new DrillRun(platform, trainee, TIME_SCALE);
        run.awaitCalm();
        beforeDrill.run();
        return run.of(PLAN, allowed, "local");
    }

    @Test
    void itGoesFromTheFaultToTheScoreAndCountsTheBudgetUntilTheFaultEnded() {
        lines.add("answer service-b:service-c latency replace-tasks");
        platform.mitigated = Optional.of(SamplePlatform.BEGAN.plusSeconds(40));

        DrillResult result = run();

        assertThat(result.score().points()).isEqualTo(100);
        assertThat(result.times().mitigated()).contains(40L);
        assertThat(result.budget().orElseThrow().requests()).as("seconds").isEqualTo(40);
        assertThat(String.join(" ", told)).contains("Something is wrong somewhere.", "the mitigation works")
                .doesNotContain("service-c", "3s");
        assertThat(platform.ends).isEqualTo(1);
    }

    @Test
    void itWaitsUntilThePlatformIsHealthy() {
        platform.unhealthySeconds = 299;
        beforeDrill = () -> lines.add("give-up");

        run();

        assertThat(told).startsWith("waiting: service-a has 0 of 1 tasks, not stable");
        assertThat(platform.begun).isTrue();
    }

    @Test
    void onAPlatformThatStaysUnhealthyItDoesNotBegin() {
        platform.unhealthySeconds = 1_000;

        assertThatThrownBy(this::run).isInstanceOf(RehearsalException.class).hasMessage("a drill begins on a healthy "
                + "platform: service-a has 0 of 1 tasks, not stable; see: highlands status");
        assertThat(platform.begun).isFalse();
    }

    @Test
    void whoGivesUpWhileItWaitsEndsItBeforeAnythingIsInjected() {
        platform.unhealthySeconds = 20;
        lines.addAll(List.of("hint", " give-up "));

        assertThatThrownBy(this::run).isInstanceOf(RehearsalException.class)
                .hasMessage("given up before the drill has begun; nothing is injected");
        assertThat(told).contains("the drill has not begun; allowed: give-up");
        assertThat(platform.begun).isFalse();
    }

    @Test
    void twoResponsesThatFailInARowDoNotEndIt() {
        platform.silent = 2;
        platform.mitigated = Optional.of(SamplePlatform.BEGAN.plusSeconds(40));
        beforeDrill = () -> {
            platform.silent = 2;
            lines.add("answer service-b:service-c latency replace-tasks");
        };

        assertThat(run().score().points()).isEqualTo(100);
    }

    @Test
    void whenThePlatformEndsInMidDrillThereIsAReportWithTheTruthAndTheScore() {
        beforeDrill = () -> platform.gone = true;
        lines.add("answer service-b:service-c");

        DrillResult result = run();

        assertThat(result.mitigated()).isFalse();
        assertThat(result.score().points()).isEqualTo(30);
        assertThat(result.budget()).isEmpty();
        assertThat(DrillPage.of(result)).contains("## Truth: `latency service-b:service-c delay=3s`");
        assertThat(told).last().isEqualTo("the platform has ended or does not respond, and the drill is given up: "
                + "the platform has stopped");
        assertThat(platform.ends).isEqualTo(1);
    }

    @Test
    void endedFromElsewhereItSaysNothingMore() {
        beforeDrill = () -> {
            platform.ends = 1;
            platform.gone = true;
        };

        run();

        assertThat(told).isEmpty();
    }
}
