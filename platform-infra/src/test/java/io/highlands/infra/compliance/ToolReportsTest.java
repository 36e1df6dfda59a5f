// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.compliance;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.infra.topology.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Reports recorded from cfn-guard 3.1.1 and cfn-lint 1.51.0 on 2026-11-29, shortened. */
class ToolReportsTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String GUARD = """
            [{"name": "out/dev/highlands-dev-base.template.json", "status": "FAIL", "not_compliant": [
              {"Rule": {"name": "cloudwatch_log_group_retention_period_check",
                "messages": {"custom_message": null}, "checks": [
                {"Rule": {"name": "check", "messages": {"custom_message": "[CT.CLOUDWATCH.PR.2]: Require a year"}, "checks": [
                  {"Clause": {"Binary": {"check": {"Resolved": {
                    "from": {"path": "/Resources/FlowLogGroup3E25AA51/Properties/RetentionInDays", "value": 7},
                    "to": {"path": "/Resources/Other00000000", "value": 365}}}}}}]}}]}}],
              "not_applicable": [], "compliant": []}]
            """;
    private static final String LINT = """
            [{"Filename": "out/dev/highlands-dev-refresh.template.json", "Message": "dependency already enforced",
              "Location": {"Path": ["Resources", "Begin149F4860", "DependsOn", 1]}, "Rule": {"Id": "W3005"}}]
            """;

    @TempDir
    private Path folder;

    @Test
    void guardsFindingNamesRuleStackAndTheResourceThatFailed() {
        assertThat(GuardRules.read(JSON.readTree(GUARD), 1, "dev", "dev")).containsExactly(
                new Finding("cloudwatch_log_group_retention_period_check", "dev", "base", "FlowLogGroup", "",
                        "[CT.CLOUDWATCH.PR.2]: Require a year"));
    }

    @Test
    void guardsReportOnFewerTemplatesThanGivenIsRefused() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> GuardRules.read(JSON.readTree("[]"), 6, "dev", "dev"))
                .withMessage("cfn-guard: found a report on 0 templates; allowed: one on 6");
    }

    @Test
    void guardsStatusWithoutARuleIsRefused() {
        String torn = GUARD.replaceFirst("(?s)\"not_compliant\": \\[.*\"not_applicable\"",
                "\"not_compliant\": [], \"not_applicable\"");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> GuardRules.read(JSON.readTree(torn), 1, "dev", "dev"))
                .withMessageContaining("with status FAIL and 0 failed rules");
    }

    @Test
    void lintsFindingNamesRuleStackResourceAndPlace() {
        assertThat(LintRules.read(JSON.readTree(LINT), "dev", "dev")).containsExactly(
                new Finding("W3005", "dev", "refresh", "Begin", "DependsOn/1", "dependency already enforced"));
    }

    @Test
    void reportCountsWhateverTheExitCodeIs() {
        assertThat(ToolRun.json("tool", folder, List.of("sh", "-c", "echo '[]'; exit 19")).isEmpty()).isTrue();
    }

    @Test
    void exitCodeZeroWithoutAReportIsRefusedWithWhatTheToolSays() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> ToolRun.json("tool", folder, List.of("sh", "-c", "echo no rules >&2")))
                .withMessage("tool: found exit code 0 and no report (no rules); allowed: a report in JSON");
    }
}
