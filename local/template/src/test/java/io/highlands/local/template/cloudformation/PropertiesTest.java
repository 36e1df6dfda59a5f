// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PropertiesTest {

    @TempDir
    private Path folder;

    @Test
    void numbersMayBeStrings() {
        assertThat(Subject.with(folder, "'256'").integer("P", 1, 1000)).isEqualTo(256);
    }

    @Test
    void aNumberOutOfRangeIsRefusedWithTheRange() {
        assertThatThrownBy(() -> Subject.with(folder, "4").integer("P", 5, 300))
                .hasMessage("stack/Subject P: '4' is not allowed; allowed: a whole number from 5 to 300");
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> Subject.with(folder, "'many'").integer("P", 5, 300))
                .hasMessage("stack/Subject P: 'many' is not allowed; allowed: a whole number from 5 to 300");
    }

    @Test
    void booleansMayBeStrings() {
        assertThat(Subject.with(folder, "'true'").flag("P", false)).isTrue();
    }

    @Test
    void whatIsNoBooleanIsRefused() {
        assertThatThrownBy(() -> Subject.with(folder, "'yes'").flag("P", false))
                .hasMessage("stack/Subject P: 'yes' is not allowed; allowed: true, false");
    }

    @Test
    void aMissingTextIsRefused() {
        assertThatThrownBy(() -> Subject.with(folder, "1").text("Q")).hasMessage("stack/Subject Q: is missing");
    }

    @Test
    void anObjectIsNoText() {
        assertThatThrownBy(() -> Subject.with(folder, "{'A': 1}").text("P"))
                .hasMessage("stack/Subject P: must be a string, found an object");
    }

    @Test
    void aTextIsNoList() {
        assertThatThrownBy(() -> Subject.with(folder, "'a'").children("P"))
                .hasMessage("stack/Subject P: must be a list, found the string 'a'");
    }

    @Test
    void errorsBelowNameTheWholePath() {
        Properties element = Subject.with(folder, "[{'A': 1}, {'A': {'B': 2}}]").children("P").get(1);

        assertThatThrownBy(() -> element.child("A").integer("B", 5, 6))
                .hasMessageStartingWith("stack/Subject P[1].A.B: '2'");
    }

    @Test
    void keysMustDiffer() {
        Properties subject = Subject.with(folder, "[{'K': 'a', 'V': 1}, {'K': 'a', 'V': 2}]");

        assertThatThrownBy(() -> subject.keyed("P", "K", e -> e.text("V")))
                .hasMessage("stack/Subject P[1].K: 'a' is there twice");
    }

    @Test
    void keyedElementsKeepTheirOrder() {
        assertThat(Subject.with(folder, "[{'K': 'b', 'V': 1}, {'K': 'a', 'V': 2}]").keyed("P", "K", e -> e.text("V")))
                .containsExactly(Map.entry("b", "1"), Map.entry("a", "2"));
    }

    @Test
    void membersOfAnObjectMayHaveNoValue() {
        assertThat(Subject.with(folder, "{'a': 1, 'b': {'Ref': 'AWS::NoValue'}}").textMap("P"))
                .containsExactly(Map.entry("a", "1"));
    }

    @Test
    void aListMayBeTheResultOfAFunction() {
        assertThat(Subject.with(folder, "{'Fn::If': ['C', [{'A': 1}], []]}", "",
                "'Conditions': {'C': {'Fn::Equals': [1, 1]}}").children("P").getFirst().text("A")).isEqualTo("1");
    }

    @Test
    void textsAreEvaluatedOneByOne() {
        assertThat(Subject.with(folder, "['a', {'Ref': 'AWS::Region'}]").texts("P"))
                .isEqualTo(List.of("a", "eu-west-1"));
    }
}
