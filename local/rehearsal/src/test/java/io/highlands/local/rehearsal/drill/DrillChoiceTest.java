// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.rehearsal.RehearsalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DrillChoiceTest {

    private static final long SEEDS = 400;

    private static List<DrillPlan> drills(Declared declared, int level) {
        return LongStream.rangeClosed(1, SEEDS).mapToObj(seed -> SamplePlatform.plan(declared, level, seed)).toList();
    }

    private static List<HiddenFault> faults(Declared declared, int level) {
        return drills(declared, level).stream().flatMap(drill -> drill.faults().stream()).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theSameSeedAndTemplatesAreTheSameDrill(int level) {
        assertThat(drills(SamplePlatform.reference(), level)).isEqualTo(drills(SamplePlatform.reference(), level));
    }

    @Test
    void neighbouringSeedsReachEveryRunbookServiceAndEdge() {
        List<HiddenFault> faults = faults(SamplePlatform.reference(), 1);

        assertThat(faults).extracting(HiddenFault::runbook).containsAll(List.of("edge-latency", "edge-errors",
                "latency-slo", "saturation", "telemetry-silent", "no-healthy-host", "deployment-guard"));
        assertThat(faults).extracting(HiddenFault::where).containsOnly("service-a", "service-a:service-b",
                "service-b", "service-b:service-a", "service-b:service-c", "service-c");
    }

    /** ECS's circuit breaker ends a crashing release; a slow burn shows in hours; a service that calls nobody has no upstream. */
    @Test
    void noFaultIsChosenThatEndsAloneOrShowsNowhere() {
        assertThat(faults(SamplePlatform.reference(), 1)).extracting(HiddenFault::specification)
                .noneMatch(words -> words.contains("how=crash") || words.contains("percent=6")
                        || words.contains("agent-hang") || words.startsWith("bad-release service-c"));
    }

    @Test
    void theTracingSidecarIsChosenWhereThereIsOne() {
        Declared traced = SamplePlatform.declared(true, List.of("service-a"));

        assertThat(faults(traced, 1)).extracting(HiddenFault::kind).contains("agent-hang");
    }

    @Test
    void twoFaultsAreInTasksOfDifferentServicesAndNeitherHidesTheOther() {
        assertThat(drills(SamplePlatform.reference(), 2)).allSatisfy(drill -> {
            assertThat(drill.faults()).extracting(HiddenFault::service).doesNotHaveDuplicates().hasSize(2);
            assertThat(drill.faults()).extracting(HiddenFault::kind).doesNotContain("zero-tasks", "bad-release");
            assertThat(drill.deployed()).isEmpty();
        });
    }

    /** A deployment replaces the tasks that have the fault. */
    @Test
    void theDeploymentIsOfAServiceWithoutAFault() {
        assertThat(drills(SamplePlatform.reference(), 3)).allSatisfy(drill -> assertThat(drill.deployed())
                .isPresent().get().isNotIn(drill.faults().get(0).service(), drill.faults().get(1).service()));
    }

    @Test
    void theRunbooksVariablesAreThoseOfTheServiceThatHasTheFault() {
        HiddenFault fault = faults(SamplePlatform.reference(), 1).stream()
                .filter(one -> one.specification().equals("zero-tasks service-a")).findFirst().orElseThrow();

        assertThat(fault.variables()).containsEntry("SERVICE", "service-a").containsEntry("TASKS", "2");
        assertThat(Set.of("no-healthy-host-service-a", "tasks-below-desired-service-a")).contains(fault.alarm());
    }

    /** A roll-back goes back to what ran before the fault, in whatever environment. */
    @Test
    void theRevisionToGoBackToIsTheOneThatRunsBeforeTheFault() {
        assertThat(faults(SamplePlatform.reference(), 1)).filteredOn(fault -> fault.kind().equals("bad-release"))
                .isNotEmpty().allSatisfy(fault -> assertThat(fault.variables()).containsEntry("GOOD",
                        "highlands-staging-" + fault.service() + ":7"));
    }

    /** The latency alarm counts the requests of users: a call that none of them takes leaves it OK. */
    @Test
    void anAlarmOfThePlatformGetsFaultsOnlyInEdgesThatRequestsTake() {
        Declared oneUsed = SamplePlatform.used(List.of("service-b:service-c"), false,
                List.of("service-a", "service-b", "service-c"), "service-a:service-b", "service-b:service-a",
                "service-b:service-c");

        assertThat(faults(oneUsed, 1))
                .filteredOn(fault -> Set.of("latency-slo", "availability-burn-fast").contains(fault.alarm()))
                .isNotEmpty().extracting(HiddenFault::where).containsOnly("service-b:service-c");
        assertThat(faults(oneUsed, 1)).filteredOn(fault -> fault.runbook().equals("edge-latency"))
                .extracting(HiddenFault::where).contains("service-a:service-b");
    }

    @Test
    void beforeTheFirstRequestEveryEdgeMayBeUsed() {
        Declared unused = SamplePlatform.used(List.of(), false, List.of("api", "store"), "api:store", "store:api");

        assertThat(faults(unused, 1)).filteredOn(fault -> fault.alarm().equals("latency-slo"))
                .extracting(HiddenFault::where).contains("api:store", "store:api");
    }

    @Test
    void aPlatformThatIsTooSmallForTheLevelIsRefusedInOneLine() {
        Declared two = SamplePlatform.declared(false, List.of("api", "store"), "api:store");

        assertThatThrownBy(() -> SamplePlatform.plan(two, 3, 1)).isInstanceOf(RehearsalException.class)
                .hasMessageMatching("level 3 needs three services, two of them with alarms; this platform has the "
                        + "services api, store and alarms of runbooks for \\d+ faults");
    }
}
