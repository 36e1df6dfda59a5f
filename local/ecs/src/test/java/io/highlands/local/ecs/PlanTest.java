// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.highlands.local.ecs.Plan.Bounds;
import io.highlands.local.ecs.Plan.View;

import static org.assertj.core.api.Assertions.assertThat;

class PlanTest {

    private static final Bounds TWO = new Bounds(2, 100, 200, true);

    private final List<View<String>> tasks = new ArrayList<>();

    @Test
    void startsWhatIsMissing() {
        assertThat(Plan.next(TWO, tasks)).isEqualTo(new Plan<>(2, List.of()));
    }

    @Test
    void doesNothingWhenAllIsWell() {
        healthy("a");
        healthy("b");

        assertThat(Plan.next(TWO, tasks)).isEqualTo(new Plan<>(0, List.of()));
    }

    @Test
    void waitsForTasksThatAreStarting() {
        healthy("a");
        starting("b");

        assertThat(Plan.next(TWO, tasks)).isEqualTo(new Plan<>(0, List.of()));
    }

    @Test
    void startsNewTasksBesideTheOldOnes() {
        old("a");
        old("b");

        assertThat(Plan.next(TWO, tasks)).isEqualTo(new Plan<>(2, List.of()));
    }

    @Test
    void stopsOneOldTaskForEachHealthyNewOne() {
        old("a");
        old("b");
        healthy("c");
        starting("d");

        assertThat(Plan.next(TWO, tasks)).isEqualTo(new Plan<>(0, List.of("a")));
    }

    @Test
    void makesRoomFirstWhenOnlyTheDesiredCountIsAllowed() {
        old("a");
        old("b");
        Bounds tight = new Bounds(2, 50, 100, true);

        assertThat(Plan.next(tight, tasks)).isEqualTo(new Plan<>(0, List.of("a")));
        tasks.removeFirst();
        assertThat(Plan.next(tight, tasks)).isEqualTo(new Plan<>(1, List.of()));
    }

    @Test
    void roundsTheMinimumUpAndTheMaximumDown() {
        Bounds odd = new Bounds(3, 50, 150, true);

        assertThat(odd.minimumHealthy()).isEqualTo(2);
        assertThat(odd.maximum()).isEqualTo(4);
    }

    @Test
    void stopsOldTasksThatAreNotHealthyAtOnce() {
        tasks.add(new View<>("a", false, false, false));
        tasks.add(new View<>("b", false, false, true));

        assertThat(Plan.next(TWO, tasks)).isEqualTo(new Plan<>(2, List.of("a", "b")));
    }

    @Test
    void startsBesideAllEarlierTasksAndStopsNoneWhileTheyAreToServe() {
        old("a");
        tasks.add(new View<>("b", false, false, true));
        Bounds serving = new Bounds(1, 100, 100, true, true);

        assertThat(Plan.next(serving, tasks)).isEqualTo(new Plan<>(1, List.of()));
        starting("c");
        assertThat(Plan.next(serving, tasks)).isEqualTo(new Plan<>(0, List.of()));
        assertThat(Plan.next(new Bounds(1, 100, 100, true), tasks)).isEqualTo(new Plan<>(0, List.of("b")));
    }

    @Test
    void startsAReplacementBeforeItStopsAnUnhealthyTask() {
        healthy("a");
        unhealthy("b");

        assertThat(Plan.next(TWO, tasks)).isEqualTo(new Plan<>(1, List.of()));
        healthy("c");
        assertThat(Plan.next(TWO, tasks)).isEqualTo(new Plan<>(0, List.of("b")));
    }

    @Test
    void stopsOneUnhealthyTaskFirstWhenThereIsNoRoom() {
        unhealthy("a");
        unhealthy("b");
        healthy("c");

        assertThat(Plan.next(new Bounds(3, 100, 100, true), tasks)).isEqualTo(new Plan<>(0, List.of("a", "b")));
        assertThat(Plan.next(new Bounds(3, 100, 134, true), tasks)).isEqualTo(new Plan<>(1, List.of("a")));
    }

    @Test
    void scalesInTheOnesThatAreNotHealthyYetAndThenTheYoungest() {
        healthy("a");
        starting("b");
        healthy("c");

        assertThat(Plan.next(new Bounds(1, 100, 200, true), tasks)).isEqualTo(new Plan<>(0, List.of("b", "c")));
    }

    @Test
    void startsNothingForADeploymentThatWasGivenUp() {
        old("a");

        assertThat(Plan.next(new Bounds(2, 100, 200, false), tasks)).isEqualTo(new Plan<>(0, List.of()));
    }

    @Test
    void stopsAllWhenNoneIsWanted() {
        healthy("a");
        old("b");

        assertThat(Plan.next(new Bounds(0, 100, 200, true), tasks).stop()).containsExactly("a", "b");
    }

    private void healthy(String task) {
        tasks.add(new View<>(task, true, true, false));
    }

    private void starting(String task) {
        tasks.add(new View<>(task, true, false, false));
    }

    private void unhealthy(String task) {
        tasks.add(new View<>(task, true, false, true));
    }

    private void old(String task) {
        tasks.add(new View<>(task, false, true, false));
    }
}
