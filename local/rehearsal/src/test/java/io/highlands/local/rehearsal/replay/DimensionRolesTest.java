// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The names of one environment as those of another. */
class DimensionRolesTest {

    private static final DeployedAlarms LOCAL = DeployedAlarms.read(Tale.OUT.resolve("local"));
    private static final DeployedAlarms PROD = DeployedAlarms.read(Tale.OUT.resolve("prod"));

    @Test
    void alarmsOfBothEnvironmentsAskForTheSameByRole() {
        assertThat(PROD.asked()).isNotEmpty().containsExactlyInAnyOrderElementsOf(LOCAL.asked());
    }

    @Test
    void noNameOfAnEnvironmentIsLeftInARole() {
        assertThat(PROD.asked()).allSatisfy(one -> assertThat(one.toString()).doesNotContain("prod", "targetgroup/",
                "app/"));
    }

    @Test
    void aRoleIsNamedAsTheEnvironmentCallsIt() {
        assertThat(PROD.asked()).allSatisfy(one -> assertThat(PROD.roles().role(PROD.roles().name(one.metric())))
                .isEqualTo(one.metric()));
        assertThat(PROD.roles().name(Tale.metric("Highlands/{environment} x Service=service-a")).namespace())
                .isEqualTo("Highlands/prod");
    }

    @Test
    void exchangedServicesTakeTheirTargetGroupsAlong() {
        assertThat(DimensionRoles.arranged(
                Tale.metric("AWS/ApplicationELB HealthyHostCount TargetGroup={targets_of_service-b}"),
                Map.of("service-b", "service-a", "service-a", "service-b")))
                .isEqualTo(Tale.metric("AWS/ApplicationELB HealthyHostCount TargetGroup={targets_of_service-a}"));
    }

    @Test
    void instancesAreNamedByTheirServices() {
        List<String> known = List.of("service-a", "service-b", "service-bb");

        assertThat(DimensionRoles.services("service-b", known)).containsExactly("service-b");
        assertThat(DimensionRoles.services("service-bb-service-a", known)).containsExactly("service-bb", "service-a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1h", "service-a-calls", "service-", "service-c"})
    void partsOfAlarmsAreNoInstances(String rest) {
        assertThat(DimensionRoles.services(rest, List.of("service-a", "service-b"))).isEmpty();
    }
}
