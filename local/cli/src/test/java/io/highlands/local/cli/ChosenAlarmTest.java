// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.AlarmEntry;
import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.RunbookFolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The shipped page of a slow edge, with alarms named as the templates name them. */
class ChosenAlarmTest {

    private static final RunbookFolder RUNBOOKS = new RunbookFolder(HighlandsProcess.CHECKOUT.resolve("runbooks"));
    private static final List<String> SERVICES = List.of("service-a", "service-b", "service-c");
    private static final String A_TO_B = "highlands-local-edge-latency-service-a-service-b";
    private static final String B_TO_C = "highlands-local-edge-latency-service-b-service-c";

    private final Runbook page = RUNBOOKS.find("edge-latency").orElseThrow();

    private static AlarmEntry alarm(String name, String state) {
        return new AlarmEntry(name, state, Instant.EPOCH, "", false);
    }

    private Map<String, String> variables(String named, Map<String, String> values, AlarmEntry... alarms) {
        return new ChosenAlarm(page, Optional.ofNullable(named), values, RUNBOOKS.kinds())
                .instance("local", SERVICES, List.of(alarms)).variables();
    }

    @Test
    void anAlarmThatIsNamedFillsTheVariablesInWithAndWithoutItsPrefix() {
        Map<String, String> expected = Map.of("HIGHLANDS_ENV", "local", "CALLER", "service-a", "CALLEE", "service-b");

        assertThat(variables(A_TO_B, Map.of(), alarm(A_TO_B, "OK"), alarm(B_TO_C, "ALARM"))).isEqualTo(expected);
        assertThat(variables("edge-latency-service-a-service-b", Map.of(), alarm(A_TO_B, "OK"))).isEqualTo(expected);
    }

    @Test
    void withoutANameItIsTheOneInAlarmAndNoPartOfAnother() {
        assertThat(variables(null, Map.of(), alarm(A_TO_B, "ALARM"), alarm(B_TO_C, "OK")))
                .containsEntry("CALLER", "service-a").containsEntry("CALLEE", "service-b");
        assertThat(variables(null, Map.of(), alarm(A_TO_B, "OK"), alarm(A_TO_B + "-share", "ALARM")))
                .as("those of the rehearsal").containsEntry("CALLER", "service-b").containsEntry("CALLEE", "service-c");
    }

    @Test
    void valuesThatAreGivenStandForThemselves() {
        assertThat(variables(null, Map.of("CALLER", "orders", "CALLEE", "stock"), alarm(A_TO_B, "ALARM")))
                .isEqualTo(Map.of("HIGHLANDS_ENV", "local", "CALLER", "orders", "CALLEE", "stock"));
    }

    @Test
    void anAlarmOfAnotherPageIsRefusedWithThoseOfThisOne() {
        assertThatThrownBy(() -> variables("latency-slo", Map.of(), alarm(B_TO_C, "OK"),
                alarm("highlands-local-latency-slo", "ALARM"))).isInstanceOf(ControlException.class)
                .hasMessage("--alarm: found 'latency-slo'; allowed for edge-latency.md: " + B_TO_C);
    }
}
