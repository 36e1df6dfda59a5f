// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.compliance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.infra.topology.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AcceptedFindingsTest {

    private static final String ENTRY = """
            - rule: AwsSolutions-IAM5
              stack: service-*
              resource: TaskTaskRole*
              detail: Resource::*
              reason: no resource to name
            """;

    @TempDir
    private Path folder;

    @Test
    void findingWithAnEntryIsNoFault() throws IOException {
        assertThat(faults(ENTRY, finding("dev", "service-a", "TaskTaskRoleDefaultPolicy"))).isEmpty();
    }

    @Test
    void findingWithoutAnEntryIsOneLineWithRuleStackAndResource() throws IOException {
        assertThat(faults(ENTRY, finding("dev", "service-a", "TaskTaskRoleDefaultPolicy"),
                finding("prod", "base", "Other"))).containsExactly(
                        "AwsSolutions-IAM5[Resource::*]: environment prod, stack base, resource Other: says the tool");
    }

    @Test
    void entryWithoutAFindingIsOneLineWithItsPlace() throws IOException {
        assertThat(faults(ENTRY)).containsExactly("accepted.yaml:1: found no finding of AwsSolutions-IAM5 in stack "
                + "service-*, resource TaskTaskRole*; allowed: entries that a finding matches");
    }

    @Test
    void entryHasToMatchInEachEnvironmentThatItNames() throws IOException {
        assertThat(faults(ENTRY + "  environments: [dev, prod]\n", finding("dev", "service-a", "TaskTaskRole")))
                .singleElement().asString().contains("environment prod; allowed");
    }

    @Test
    void entryHoldsOnlyInTheEnvironmentsThatItNames() throws IOException {
        assertThat(faults(ENTRY + "  environments: [dev]\n", finding("dev", "service-a", "TaskTaskRole"),
                finding("prod", "service-a", "TaskTaskRole"))).singleElement().asString()
                .contains("environment prod, stack service-a");
    }

    @Test
    void entriesOfLintAreNotJudgedWhereItDidNotRun() throws IOException {
        AcceptedFindings list = read("- {rule: W3005, stack: refresh, resource: '*', reason: implied}\n");

        assertThat(list.faults(List.of(), false)).isEmpty();
        assertThat(list.faults(List.of(), true)).hasSize(1);
    }

    @Test
    void entryWithoutAReasonIsRefusedWithItsLine() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> read("# list\n- {rule: X, stack: base, resource: Vpc}\n")).withMessage(
                        "accepted.yaml:2: found no reason; allowed: an entry with rule, stack, resource, reason");
    }

    @Test
    void unknownKeyIsRefusedWithItsLine() {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> read(ENTRY + "  enviroments: [dev]\n"))
                .withMessageStartingWith("accepted.yaml:6: found an unknown key enviroments; allowed: rule, stack");
    }

    @Test
    void unknownEnvironmentIsRefusedWithItsLine() {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> read(ENTRY + "  environments: [prd]\n"))
                .withMessage("accepted.yaml:6: environments: found prd; allowed: local, dev, staging, prod, options");
    }

    @Test
    void logicalIdIsComparedWithoutTheHash() {
        assertThat(Finding.withoutHash("FlowLogGroup3E25AA51")).isEqualTo("FlowLogGroup");
    }

    @Test
    void stackIsComparedByItsPart() {
        assertThat(Finding.part("highlands-dev-service-a", "dev")).isEqualTo("service-a");
        assertThat(Finding.part("highlands-images", "dev")).isEqualTo("images");
    }

    private List<String> faults(String text, Finding... findings) throws IOException {
        return read(text).faults(List.of(findings), true);
    }

    private AcceptedFindings read(String text) throws IOException {
        return AcceptedFindings.read(Files.writeString(folder.resolve("accepted.yaml"), text), Policy.labels());
    }

    private static Finding finding(String environment, String stack, String resource) {
        return new Finding("AwsSolutions-IAM5", environment, stack, resource, "Resource::*", "says\n  the tool");
    }
}
