// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.TemplateException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StringFunctionsTest {

    @TempDir
    private Path folder;

    private String text(String value) {
        return Subject.with(folder, value).text("P");
    }

    @Test
    void joinPutsTheDelimiterBetween() {
        assertThat(text("{'Fn::Join': ['-', ['a', 1, {'Ref': 'AWS::Region'}]]}")).isEqualTo("a-1-eu-west-1");
    }

    @Test
    void joinTakesAListFromAnotherFunction() {
        assertThat(text("{'Fn::Join': ['+', {'Fn::Split': [',', 'a,b']}]}")).isEqualTo("a+b");
    }

    @Test
    void joinLeavesOutWhatHasNoValue() {
        assertThat(text("{'Fn::Join': [',', ['a', {'Ref': 'AWS::NoValue'}, 'b']]}")).isEqualTo("a,b");
    }

    @Test
    void joinOfAnObjectIsRefused() {
        assertThatThrownBy(() -> text("{'Fn::Join': ['', ['a', {'b': 'c'}]]}")).isInstanceOf(TemplateException.class)
                .hasMessage("stack/Subject P: Fn::Join takes a list of strings, found an object in it");
    }

    @Test
    void splitKeepsEmptyParts() {
        assertThat(Subject.with(folder, "{'Fn::Split': [':', 'a::b:']}").texts("P")).containsExactly("a", "", "b", "");
    }

    @Test
    void splitTakesTheDelimiterLiterally() {
        assertThat(Subject.with(folder, "{'Fn::Split': ['.', 'a.b']}").texts("P")).containsExactly("a", "b");
    }

    @Test
    void selectTakesAnIndexThatMayBeAString() {
        assertThat(text("{'Fn::Select': ['1', ['a', 'b']]}")).isEqualTo("b");
    }

    @Test
    void selectBeyondTheEndIsRefused() {
        assertThatThrownBy(() -> text("{'Fn::Select': [2, ['a', 'b']]}")).isInstanceOf(TemplateException.class)
                .hasMessage("stack/Subject P: Fn::Select index 2 is not in [\"a\",\"b\"]");
    }

    @Test
    void subReplacesParametersResourcesAndAttributes() {
        Properties subject = Subject.with(folder, "{'Fn::Sub': '${AWS::Region}/${Name}/${Group}/${Group.Arn}'}",
                "'Group': {'Type': 'AWS::Logs::LogGroup', 'Properties': {'LogGroupName': 'g'}}",
                "'Parameters': {'Name': {'Type': 'String', 'Default': 'n'}}");

        assertThat(subject.text("P")).isEqualTo("eu-west-1/n/g/arn:aws:logs:eu-west-1:000000000000:log-group:g:*");
    }

    @Test
    void subWithVariablesPrefersThem() {
        assertThat(text("{'Fn::Sub': ['${A}-${AWS::Region}', {'A': {'Fn::Select': [0, ['x']]}}]}"))
                .isEqualTo("x-eu-west-1");
    }

    @Test
    void subKeepsWhatIsMarkedAsLiteral() {
        assertThat(text("{'Fn::Sub': '${!AWS::Region} and $5'}")).isEqualTo("${AWS::Region} and $5");
    }

    @Test
    void base64EncodesUtf8() {
        assertThat(text("{'Fn::Base64': 'grüß'}")).isEqualTo("Z3LDvMOf");
    }

    @Test
    void wrongArgumentsAreShown() {
        assertThatThrownBy(() -> text("{'Fn::Join': ['a']}"))
                .hasMessage("stack/Subject P: Fn::Join takes [delimiter, list], found [\"a\"]");
    }
}
