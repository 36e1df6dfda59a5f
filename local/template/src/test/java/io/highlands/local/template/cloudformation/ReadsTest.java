// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.AssemblyFolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReadsTest {

    @TempDir
    private Path folder;

    private List<String> coverage(String value, Consumer<Properties> reader) {
        return coverage(value,
                "P: honoured\n  P.A: honoured\n  P.B.C: honoured\n  P.B: honoured\n  P[].A: honoured\n  P[a]: honoured",
                reader);
    }

    private List<String> coverage(String value, String declared, Consumer<Properties> reader) {
        AssemblyFolder.in(folder).stack("stack", Subject.template(value, "")).write();
        Inventory inventory = new Inventory(CloudAssembly.read(folder), LocalValues.read(folder.resolve("none")));
        inventory.declare(Declarations.parse("Custom::Subject\n  " + declared));
        inventory.all("Custom::Subject").forEach(reader);
        return inventory.coverage(Map.of("Custom::", "why")).stream()
                .map(e -> e.property() + " " + e.status() + (e.note().isEmpty() ? "" : ": " + e.note())).toList();
    }

    @Test
    void aTypeThatNobodyAskedForIsNotRun() {
        AssemblyFolder.in(folder).stack("stack", Subject.template("1", "")).write();
        Inventory inventory = new Inventory(CloudAssembly.read(folder), LocalValues.read(folder.resolve("none")));

        assertThat(inventory.coverage(Map.of("Custom::", "why"))).singleElement().satisfies(entry -> {
            assertThat(entry.property()).isEmpty();
            assertThat(entry.status()).hasToString("deployed, not run here");
            assertThat(entry.note()).isEqualTo("why");
        });
    }

    @Test
    void aPropertyThatNobodyAskedForIsNotRun() {
        assertThat(coverage("{'A': 1}", p -> {})).containsExactly("P deployed, not run here");
    }

    @Test
    void aPropertyThatWasReadIsActedOn() {
        assertThat(coverage("1", p -> p.text("P"))).containsExactly("P acted on");
    }

    @Test
    void whatWasReadInPartIsListedInParts() {
        assertThat(coverage("{'A': 1, 'B': {'C': 2, 'D': 3}}", p -> {
            p.child("P").text("A");
            p.child("P").child("B").text("C");
        })).containsExactly("P.A acted on", "P.B.C acted on", "P.B.D deployed, not run here");
    }

    @Test
    void whatWasReadInAllPartsIsOneEntry() {
        assertThat(coverage("[{'A': 1}, {'A': 2}]", p -> p.children("P").forEach(e -> e.text("A"))))
                .containsExactly("P acted on");
    }

    @Test
    void aDifferenceIsListedEvenWhenItWasRead() {
        assertThat(coverage("{'A': 1, 'B': 2}", p -> {
            p.child("P").differs("A", "not quite").text("A");
            p.child("P").text("B");
        })).containsExactly("P.A differs here: not quite", "P.B acted on");
    }

    @Test
    void aDifferenceOfWhatIsNotThereIsNotListed() {
        assertThat(coverage("1", p -> p.differs("Q", "not quite").text("P"))).containsExactly("P acted on");
    }

    @Test
    void attributesThatNobodyAskedForAreNamed() {
        assertThat(coverage("[{'Key': 'a', 'Value': 1}, {'Key': 'b', 'Value': 2}]",
                p -> p.children("P").getFirst().text("Value"))).contains("P[1] deployed, not run here: b");
    }

    @Test
    void whatWasReadAndIsNotDeclaredIsIgnored() {
        assertThat(coverage("{'A': 1, 'B': 2}", "P.A: honoured", p -> {
            p.child("P").text("A");
            p.child("P").text("B");
        })).containsExactly("P.A acted on", "P.B deployed, not run here");
    }

    @Test
    void whatIsDeclaredAndWasNotReadIsIgnored() {
        assertThat(coverage("{'A': 1, 'B': 2}", "P.A: honoured\n  P.B: honoured", p -> p.child("P").text("A")))
                .containsExactly("P.A acted on", "P.B deployed, not run here");
    }

    @Test
    void aDeclaredDifferenceHoldsForAllBelow() {
        assertThat(coverage("{'A': {'B': 1}}", "P: differs, not quite", p -> p.child("P").child("A").text("B")))
                .containsExactly("P differs here: not quite");
    }

    @Test
    void theReasonOfWhatIsIgnoredIsListed() {
        assertThat(coverage("1", "P: ignored, nobody needs it", p -> p.text("P")))
                .containsExactly("P deployed, not run here: nobody needs it");
    }

    @Test
    void whatIsDeclaredToBeRefusedIsRefusedWhereItIs() {
        String table = "P[].A: refused, cannot be run here; leave it out";

        assertThat(coverage("[{'B': 1}, {'A': {'Ref': 'AWS::NoValue'}}]", table, p -> {})).hasSize(1);
        assertThatThrownBy(() -> coverage("[{'B': 1}, {'A': 1}]", table, p -> {}))
                .hasMessage("stack/Subject P[1].A: cannot be run here; leave it out");
    }

    @Test
    void anAttributeIsDeclaredByItsKey() {
        assertThat(coverage("[{'Key': 'a', 'Value': 1}, {'Key': 'b', 'Value': 2}]", "P[a]: honoured",
                p -> p.children("P").forEach(e -> {
                    e.text("Key");
                    e.text("Value");
                }))).containsExactly("P[0] acted on", "P[1].Key deployed, not run here",
                        "P[1].Value deployed, not run here");
    }

    @Test
    void aTableWithAnUnknownStatusIsNoTable() {
        assertThatThrownBy(() -> Declarations.parse("Custom::Subject\n  P: read"))
                .hasMessage("'  P: read' is not PATH: STATUS, NOTE");
    }
}
