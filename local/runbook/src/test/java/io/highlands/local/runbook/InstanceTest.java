// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class InstanceTest {

    private static final List<String> SERVICES = List.of("service-a", "service-b", "service-c");

    private static Runbook page(String with, String expects, String variables) {
        return Runbook.parse("edge-errors", """
                ---
                alarm: edge-errors
                severity: ticket
                owner: platform
                dashboard: mesh
                rehearsal:
                  fault: abort service-b:service-a status=500
                  with: %s
                  sick: []
                  mitigation: []
                  fires-within: 4m
                  clears-within: 6m
                  fis: local mode only, FIS answers no requests
                expects: [%s]
                may-also-fire: []
                ---
                # Calls fail

                ## First look

                ```sh { name=variables }
                export %s
                ```
                """.formatted(with, expects, variables));
    }

    private static Runbook edges() {
        return page("{CALLER: service-b, CALLEE: service-a}", "latency-slo, edge-errors-service-b-service-a",
                "HIGHLANDS_ENV=prod CALLER=service-x CALLEE=service-y");
    }

    @ParameterizedTest
    @CsvSource({"service-a-service-b, export HIGHLANDS_ENV=local CALLER=service-a CALLEE=service-b",
            "service-b-service-c, export HIGHLANDS_ENV=local CALLER=service-b CALLEE=service-c"})
    void whereTheRehearsedAlarmHasAValueTheOtherHasItsOwn(String name, String export) {
        assertThat(Instance.of(edges(), "local", name, SERVICES).export()).isEqualTo(export);
    }

    @ParameterizedTest
    @CsvSource({"''", "service-b", "service-b-service-x", "memory"})
    void anAlarmOfAnotherFormHasTheValuesOfTheRehearsal(String name) {
        assertThat(Instance.of(edges(), "local", name, SERVICES).export())
                .isEqualTo("export HIGHLANDS_ENV=local CALLER=service-b CALLEE=service-a");
    }

    @Test
    void aValueThatIsMadeOfAnotherFollowsIt() {
        Runbook page = page("{SERVICE: service-b, GOOD: highlands-local-service-b}", "edge-errors-service-b",
                "HIGHLANDS_ENV=prod SERVICE=service-b GOOD=highlands-prod-service-b");

        assertThat(Instance.of(page, "local", "service-c", SERVICES).export())
                .isEqualTo("export HIGHLANDS_ENV=local SERVICE=service-c GOOD=highlands-local-service-c");
    }

    @Test
    void theOnlyAlarmOfItsKindHasTheEnvironmentAndTheValuesOfTheRehearsal() {
        Runbook page = page("{SERVICE: service-a}", "edge-errors", "HIGHLANDS_ENV=prod SERVICE=service-b");

        assertThat(Instance.rehearsed(page)).isEmpty();
        assertThat(Instance.of(page, "local", "", SERVICES).variables()).containsEntry("HIGHLANDS_ENV", "local")
                .containsEntry("SERVICE", "service-a");
    }
}
