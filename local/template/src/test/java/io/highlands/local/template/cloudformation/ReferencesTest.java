// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.template.AssemblyFolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReferencesTest {

    @TempDir
    private Path folder;

    private List<String> order(String resources) {
        AssemblyFolder.in(folder).stack("stack", "{'Resources': {" + resources + "}}").write();
        return ResourceOrder.of(CloudAssembly.read(folder).stacks().getFirst()).stream()
                .map(resource -> resource.source().logicalId()).toList();
    }

    private static String resource(String logicalId, String rest) {
        return "'" + logicalId + "': {'Type': 'Custom::Any'" + (rest.isEmpty() ? "" : ", " + rest) + "}";
    }

    @Test
    void resourcesWithoutReferencesKeepTheTemplatesOrder() {
        assertThat(order(resource("B", "") + "," + resource("A", ""))).containsExactly("B", "A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'DependsOn': 'B'", "'DependsOn': ['B']", "'Properties': {'X': {'Ref': 'B'}}",
            "'Properties': {'X': [{'Y': {'Fn::GetAtt': ['B', 'Arn']}}]}",
            "'Properties': {'X': {'Fn::Join': ['', [{'Fn::GetAtt': 'B.Arn'}]]}}",
            "'Properties': {'X': {'Fn::Sub': 'a ${B} c'}}", "'Properties': {'X': {'Fn::Sub': 'a ${B.Arn} c'}}",
            "'Properties': {'X': {'Fn::Sub': ['${V}', {'V': {'Ref': 'B'}}]}}"})
    void aResourceIsCreatedAfterThoseItNeeds(String needs) {
        assertThat(order(resource("A", needs) + "," + resource("B", ""))).containsExactly("B", "A");
    }

    @Test
    void aVariableOfSubIsNoReference() {
        assertThat(order(resource("A", "'Properties': {'X': {'Fn::Sub': ['${V}${!W}', {'V': 1}]}}"))).hasSize(1);
    }

    @Test
    void aReferenceToNothingIsRefusedInPartsThatAreNotRunToo() {
        assertThatThrownBy(() -> order(
                resource("ServiceRole", "") + "," + resource("A", "'Properties': {'X': [{'Ref': 'ServiceRoll'}]}")))
                .hasMessage("stack/A X[0]: 'ServiceRoll' is neither a resource nor a parameter of this stack; "
                        + "close: ServiceRole");
    }

    @Test
    void aDependencyOnNothingIsRefused() {
        assertThatThrownBy(() -> order(resource("A", "'DependsOn': 'Z'")))
                .hasMessage("stack/A DependsOn: 'Z' is not a resource of this stack");
    }

    @Test
    void aCircleIsRefusedWithItsWay() {
        assertThatThrownBy(() -> order(resource("A", "'Properties': {'X': {'Ref': 'B'}}") + ","
                + resource("B", "'DependsOn': 'C'") + "," + resource("C", "'Properties': {'Y': {'Ref': 'A'}}")))
                .hasMessage("stack/A X: circular dependency: A -> B -> C -> A");
    }
}
