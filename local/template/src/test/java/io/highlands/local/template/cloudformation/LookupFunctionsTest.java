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

class LookupFunctionsTest {

    private static final String MAPPINGS = "'Mappings': {'Sizes': {'prod': {'cpu': 1024}, 'dev': {'cpu': 256}}}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"AWS::AccountId, 000000000000", "AWS::Region, eu-west-1", "AWS::Partition, aws",
            "AWS::URLSuffix, amazonaws.com", "AWS::StackName, stack"})
    void pseudoParametersHaveValues(String name, String value) {
        assertThat(Subject.with(folder, "{'Ref': '" + name + "'}").text("P")).isEqualTo(value);
    }

    @Test
    void theStackIdIsAnArnAndStaysTheSame() {
        String first = Subject.with(folder, "{'Ref': 'AWS::StackId'}").text("P");

        assertThat(first).matches("arn:aws:cloudformation:eu-west-1:000000000000:stack/stack/[0-9a-f]{8}-.*");
        assertThat(Subject.read(folder).text("P")).isEqualTo(first);
    }

    @Test
    void noValueIsAsIfThePropertyWereNotThere() {
        assertThat(Subject.with(folder, "{'Ref': 'AWS::NoValue'}").text("P", "standard")).isEqualTo("standard");
    }

    @Test
    void theRegionIsTheOneThatTheAssemblyNames() {
        AssemblyFolder.in(folder).stackIn("aws://123456789012/us-east-2", "stack",
                Subject.template("{'Fn::Sub': '${AWS::AccountId}:${AWS::Region}'}", "")).write();

        assertThat(Subject.read(folder).text("P")).isEqualTo("000000000000:us-east-2");
    }

    @Test
    void aParameterHasItsDefault() {
        assertThat(Subject.with(folder, "{'Ref': 'Size'}", "", "'Parameters': {'Size': {'Type': 'Number', "
                + "'Default': 7}}").integer("P", 1, 9)).isEqualTo(7);
    }

    @Test
    void aListParameterIsAList() {
        assertThat(Subject.with(folder, "{'Ref': 'Zones'}", "", "'Parameters': {'Zones': "
                + "{'Type': 'CommaDelimitedList', 'Default': 'a, b'}}").texts("P")).containsExactly("a", "b");
    }

    @Test
    void aParameterWithoutDefaultIsRefused() {
        Properties subject = Subject.with(folder, "{'Ref': 'Size'}", "", "'Parameters': {'Size': {'Type': 'String'}}");

        assertThatThrownBy(() -> subject.text("P")).hasMessage(
                "stack/Subject P: parameter 'Size' has no default, and nothing is asked for here; give it one");
    }

    @Test
    void findInMapFollowsTwoKeys() {
        assertThat(Subject.with(folder, "{'Fn::FindInMap': ['Sizes', {'Fn::Select': [0, ['prod']]}, 'cpu']}", "",
                MAPPINGS).integer("P", 0, 9999)).isEqualTo(1024);
    }

    @Test
    void findInMapSaysWhichKeysThereAre() {
        Properties subject = Subject.with(folder, "{'Fn::FindInMap': ['Sizes', 'test', 'cpu']}", "", MAPPINGS);

        assertThatThrownBy(() -> subject.text("P"))
                .hasMessage("stack/Subject P: Fn::FindInMap: Mappings.Sizes has no 'test'; allowed: dev, prod");
    }

    @Test
    void availabilityZonesAreThoseOfTheRegion() {
        assertThat(Subject.with(folder, "{'Fn::GetAZs': ''}").texts("P")).containsExactly("eu-west-1a", "eu-west-1b",
                "eu-west-1c");
    }

    @Test
    void anUnknownPseudoParameterIsRefused() {
        assertThatThrownBy(() -> Subject.with(folder, "{'Ref': 'AWS::Zone'}").text("P"))
                .hasMessageStartingWith("stack/Subject P: 'AWS::Zone' is not a pseudo parameter; allowed: ");
    }

    @Test
    void anUnknownFunctionIsRefused() {
        assertThatThrownBy(() -> Subject.with(folder, "{'Fn::Length': [1]}").text("P"))
                .hasMessageStartingWith("stack/Subject P: 'Fn::Length' is not a function that is known here");
    }

    @Test
    void aMacroIsRefusedWhereItIsNeeded() {
        assertThatThrownBy(() -> Subject.with(folder, "{'Fn::Transform': {'Name': 'AWS::Include'}}").text("P"))
                .hasMessage("stack/Subject P: only AWS can expand Fn::Transform AWS::Include; write it out instead");
    }
}
