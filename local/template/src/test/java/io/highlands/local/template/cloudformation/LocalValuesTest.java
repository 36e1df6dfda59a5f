// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.local.template.AssemblyFolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalValuesTest {

    private static final String VALUES = """
            {'parameters': {'/app/size': 'large'}, 'secrets': {'plain': 'p', 'keyed': {'user': 'u'}, 'a-secret': 's'}}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeValues() {
        AssemblyFolder.in(folder).write("local-values.json", VALUES);
    }

    @ParameterizedTest
    @CsvSource({"{{resolve:ssm:/app/size}}, large", "{{resolve:ssm:/app/size:3}}, large",
            "{{resolve:ssm-secure:/app/size:3}}, large", "{{resolve:secretsmanager:plain}}, p",
            "{{resolve:secretsmanager:keyed:SecretString:user}}, u",
            "{{resolve:secretsmanager:keyed:SecretString:user::}}, u", "{{resolve:secretsmanager:a-secret}}, s",
            "{{resolve:secretsmanager:arn:aws:secretsmanager:eu-west-1:1:secret:keyed-Ab12Cd:SecretString:user::}}, u",
            "a {{resolve:ssm:/app/size}} b {{resolve:secretsmanager:plain}}, a large b p"})
    void dynamicReferencesAreReplaced(String text, String value) {
        assertThat(Subject.with(folder, "'" + text + "'").text("P")).isEqualTo(value);
    }

    @Test
    void aDynamicReferenceMayBePutTogether() {
        assertThat(Subject.with(folder, "{'Fn::Join': ['', ['{{resolve:ssm:', '/app/size', '}}']]}").text("P"))
                .isEqualTo("large");
    }

    @ParameterizedTest
    @CsvSource({"arn:aws:secretsmanager:eu-west-1:1:secret:plain-Ab12Cd, p",
            "arn:aws:secretsmanager:eu-west-1:1:secret:keyed-Ab12Cd:user::, u",
            "arn:aws:secretsmanager:eu-west-1:1:secret:a-secret, s",
            "arn:aws:ssm:eu-west-1:1:parameter/app/size, large", "/app/size, large"})
    void aContainersSecretIsFoundByArnOrName(String valueFrom, String value) {
        assertThat(Subject.with(folder, "'" + valueFrom + "'").secret("P")).isEqualTo(value);
    }

    @Test
    void aParameterOfTypeSsmHasTheLocalValue() {
        assertThat(Subject.with(folder, "{'Ref': 'Size'}", "", "'Parameters': {'Size': "
                + "{'Type': 'AWS::SSM::Parameter::Value<String>', 'Default': '/app/size'}}").text("P"))
                .isEqualTo("large");
    }

    @Test
    void aParameterThatAnotherStackCreatesNeedsNoLocalValue() {
        AssemblyFolder.in(folder).stack("base", """
                {'Resources': {'A': {'Type': 'AWS::SSM::Parameter',
                  'Properties': {'Name': '/made', 'Value': {'Ref': 'AWS::Region'}}}}}""")
                .stack("stack", Subject.template("'{{resolve:ssm:/made}}'", ""), "base").write();

        assertThat(Subject.read(folder).text("P")).isEqualTo("eu-west-1");
    }

    @Test
    void aMissingParameterNamesTheFileToPutItIn() {
        assertThatThrownBy(() -> Subject.with(folder, "'{{resolve:ssm:/app/colour}}'").text("P"))
                .hasMessage("stack/Subject P: no value for parameter '/app/colour'; put it in "
                        + folder.resolve("local-values.json") + " as {\"parameters\": {\"/app/colour\": …}}");
    }

    @Test
    void aMissingSecretNamesTheFileToPutItIn() {
        assertThatThrownBy(() -> Subject.with(folder, "'{{resolve:secretsmanager:keyed:SecretString:age}}'").text("P"))
                .hasMessage("stack/Subject P: no value for secret 'keyed' key 'age'; put it in "
                        + folder.resolve("local-values.json") + " as {\"secrets\": {\"keyed\": …}}");
    }

    @Test
    void aSectionThatIsNotKnownIsRefused() {
        Path file = folder.resolve("wrong.json");
        AssemblyFolder.in(folder).write("wrong.json", "{'passwords': {}}");

        assertThatThrownBy(() -> LocalValues.read(file))
                .hasMessage(file + ": 'passwords' is not known; allowed: parameters, secrets");
    }
}
