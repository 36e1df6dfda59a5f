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

class ReadsTest {

    @TempDir
    private Path folder;

    private List<String> coverage(String value, Consumer<Properties> reader) {
        AssemblyFolder.in(folder).stack("stack", Subject.template(value, "")).write();
        Inventory inventory = new Inventory(CloudAssembly.read(folder), LocalValues.read(folder.resolve("none")));
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
}
