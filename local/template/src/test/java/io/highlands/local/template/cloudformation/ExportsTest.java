// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.AssemblyFolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExportsTest {

    private static final String BASE = """
            {'Resources': {'Group': {'Type': 'AWS::EC2::SecurityGroup'}},
             'Outputs': {'Group': {'Value': {'Fn::GetAtt': ['Group', 'GroupId']},
                                   'Export': {'Name': {'Fn::Sub': '${AWS::StackName}:Group'}}}}}""";
    private static final String IMPORT = Subject.template("{'Fn::ImportValue': 'base:Group'}", "");

    @TempDir
    private Path folder;

    @Test
    void anotherStacksExportIsImported() {
        AssemblyFolder.in(folder).stack("stack", IMPORT, "base").stack("base", BASE).write();

        assertThat(Subject.read(folder).text("P")).matches("sg-0[0-9a-f]{16}");
    }

    @Test
    void whatNobodyExportsIsRefused() {
        assertThatThrownBy(() -> Subject.with(folder, "{'Fn::ImportValue': 'base:Group'}").text("P"))
                .hasMessage("stack/Subject P: no stack exports 'base:Group'");
    }

    @Test
    void anExportOfALaterStackIsRefused() {
        AssemblyFolder.in(folder).stack("stack", IMPORT).stack("base", BASE).write();

        assertThatThrownBy(() -> Subject.read(folder).text("P")).hasMessage(
                "stack/Subject P: 'base:Group' is exported by base, which is not deployed before this stack");
    }

    @Test
    void twoExportsOfOneNameAreRefused() {
        String twice = BASE.replace("${AWS::StackName}", "base");
        AssemblyFolder.in(folder).stack("base", twice).stack("other", twice).stack("stack", IMPORT, "base").write();

        assertThatThrownBy(() -> Subject.read(folder).text("P")).hasMessage(
                "other/Outputs.Group Export.Name: 'base:Group' is exported by base/Outputs.Group already");
    }

    @Test
    void anOutputWhoseConditionDoesNotHoldExportsNothing() {
        String conditional = BASE.replace("'Outputs': {'Group': {",
                "'Conditions': {'No': {'Fn::Equals': [1, 2]}}, 'Outputs': {'Group': {'Condition': 'No', ");
        AssemblyFolder.in(folder).stack("base", conditional).stack("stack", IMPORT, "base").write();

        assertThatThrownBy(() -> Subject.read(folder).text("P"))
                .hasMessage("stack/Subject P: no stack exports 'base:Group'");
    }

    /** Found by generated templates: it overflowed the stack. */
    @Test
    void aNameOfAnExportThatImportsIsRefused() {
        String importing = BASE.replace("{'Fn::Sub': '${AWS::StackName}:Group'}", "{'Fn::ImportValue': 'base:Group'}");
        AssemblyFolder.in(folder).stack("base", importing).stack("stack", IMPORT, "base").write();

        assertThatThrownBy(() -> Subject.read(folder).text("P")).hasMessageContaining("refers to itself");
    }
}
