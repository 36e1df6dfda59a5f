// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.local.template.AssemblyFolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConditionsTest {

    private static final String YES = "{'Fn::Equals': ['a', 'a']}";
    private static final String NO = "{'Fn::Equals': ['a', 'b']}";

    @TempDir
    private Path folder;

    private Properties subject(String value, String condition) {
        return Subject.with(folder, value, "", "'Conditions': {'Yes': " + YES + ", 'C': " + condition + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"Fn::Equals\": [{\"Ref\": \"AWS::Region\"}, \"eu-west-1\"]} | yes",
            "{\"Fn::Equals\": [1, \"1\"]} | yes", "{\"Fn::Not\": [{\"Condition\": \"Yes\"}]} | no",
            "{\"Condition\": \"Yes\"} | yes",
            "{\"Fn::And\": [{\"Condition\": \"Yes\"}, {\"Fn::Equals\": [1, 2]}]} | no",
            "{\"Fn::And\": [{\"Condition\": \"Yes\"}, {\"Fn::Equals\": [1, 1]}]} | yes",
            "{\"Fn::Or\": [{\"Condition\": \"Yes\"}, {\"Fn::Equals\": [1, 2]}]} | yes",
            "{\"Fn::Or\": [{\"Fn::Equals\": [3, 2]}, {\"Fn::Equals\": [1, 2]}]} | no"})
    void ifTakesTheBranchOfItsCondition(String condition, String branch) {
        assertThat(subject("{'Fn::If': ['C', 'yes', 'no']}", condition).text("P")).isEqualTo(branch);
    }

    @Test
    void theOtherBranchIsNotEvaluated() {
        assertThat(subject("{'Fn::If': ['C', {'Fn::Select': [9, []]}, 'no']}", NO).text("P")).isEqualTo("no");
    }

    @Test
    void ifWithNoValueLeavesAnElementOut() {
        assertThat(subject("['a', {'Fn::If': ['C', 'b', {'Ref': 'AWS::NoValue'}]}, 'c']", NO).texts("P"))
                .containsExactly("a", "c");
    }

    @Test
    void anUnknownConditionIsRefused() {
        assertThatThrownBy(() -> subject("{'Fn::If': ['Ja', 1, 2]}", NO).text("P"))
                .hasMessage("stack/Subject P: 'Ja' is not a condition of this stack; allowed: C, Yes");
    }

    @Test
    void aConditionOnItselfIsRefused() {
        assertThatThrownBy(() -> subject("{'Fn::If': ['C', 1, 2]}", "{'Fn::Not': [{'Condition': 'C'}]}").text("P"))
                .hasMessage("stack/Conditions.C: refers to itself: stack/Conditions.C -> stack/Conditions.C");
    }

    @Test
    void aConditionFunctionElsewhereIsRefused() {
        assertThatThrownBy(() -> Subject.with(folder, YES).text("P"))
                .hasMessage("stack/Subject P: a condition function stands in Conditions or in Fn::If alone");
    }

    @Test
    void aResourceWhoseConditionDoesNotHoldIsNotThere() {
        AssemblyFolder.in(folder).stack("stack", """
                {'Conditions': {'No': {'Fn::Equals': [1, 2]}}, 'Resources': {
                  'A': {'Type': 'Custom::A', 'Condition': 'No'}, 'B': {'Type': 'Custom::A'}}}""").write();
        Inventory inventory = new Inventory(CloudAssembly.read(folder), LocalValues.read(folder.resolve("none")));

        assertThat(inventory.all("Custom::A")).extracting(a -> a.source().logicalId()).containsExactly("B");
    }

    @Test
    void aReferenceToAResourceThatIsNotThereIsRefused() {
        Properties subject = Subject.with(folder, "{'Ref': 'Topic'}",
                "'Topic': {'Type': 'AWS::SNS::Topic', 'Condition': 'No'}",
                "'Conditions': {'No': " + NO + "}");

        assertThatThrownBy(() -> subject.text("P"))
                .hasMessage("stack/Subject P: 'Topic' is not created, since its condition No does not hold");
    }
}
