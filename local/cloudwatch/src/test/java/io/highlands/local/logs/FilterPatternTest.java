// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Filter patterns, with AWS's own examples. */
class FilterPatternTest {

    private static final String EVENT = """
            {"eventType":"UpdateTrail","sourceIPAddress":"111.111.111.111","arrayKey":["value","another value"],
             "objectList":[{"name":"a","id":1},{"name":"b","id":2}],"SomeObject":null,"cluster.name":"c","ThisFlag":true,
             "bandwidth":200}""";

    @Test
    void allTermsHaveToBeThere() {
        assertThat(matches("ERROR ARGUMENTS", "[ERROR 400] INVALID ARGUMENTS")).isTrue();
        assertThat(matches("ERROR ARGUMENTS", "[ERROR 400] BAD REQUEST")).isFalse();
        assertThat(matches("\"INTERNAL SERVER ERROR\"", "[ERROR 500] INTERNAL SERVER ERROR")).isTrue();
        assertThat(matches("error", "[ERROR 400]")).isFalse();
        assertThat(matches("", "anything")).isTrue();
    }

    @Test
    void anyOfTheTermsWithAQuestionMarkIsEnough() {
        assertThat(matches("?ERROR ?ARGUMENTS", "[ERROR 400] BAD REQUEST")).isTrue();
        assertThat(matches("?ERROR ?ARGUMENTS", "[INFO]")).isFalse();
    }

    @Test
    void termsWithAMinusMustNotBeThere() {
        assertThat(matches("ERROR -ARGUMENTS", "[ERROR 400] BAD REQUEST")).isTrue();
        assertThat(matches("ERROR -ARGUMENTS", "[ERROR 401] INVALID ARGUMENTS")).isFalse();
        assertThat(matches("-\"BAD REQUEST\"", "[ERROR 401]")).isTrue();
    }

    @Test
    void percentSignsHoldARegularExpression() {
        assertThat(matches("%ERROR 4\\d\\d%", "[ERROR 401]")).isTrue();
        assertThat(matches("%ERROR 4\\d\\d%", "[ERROR 500]")).isFalse();
    }

    @Test
    void membersOfJsonLinesAreComparedAsTextAndAsNumbers() {
        assertThat(matches("{ $.eventType = \"UpdateTrail\" }", EVENT)).isTrue();
        assertThat(matches("{ $.sourceIPAddress != 123.123.* }", EVENT)).isTrue();
        assertThat(matches("{ $.sourceIPAddress = \"111.*\" }", EVENT)).isTrue();
        assertThat(matches("{ $.arrayKey[0] = \"value\" }", EVENT)).isTrue();
        assertThat(matches("{ $.objectList[1].id = 2 }", EVENT)).isTrue();
        assertThat(matches("{ $.bandwidth > 75 && $.bandwidth <= 200 }", EVENT)).isTrue();
        assertThat(matches("{ $.bandwidth < 75 || ($.ThisFlag IS TRUE && $['cluster.name'] = c) }", EVENT)).isTrue();
        assertThat(matches("{ $.SomeObject IS NULL }", EVENT)).isTrue();
        assertThat(matches("{ $.SomeOtherObject NOT EXISTS }", EVENT)).isTrue();
        assertThat(matches("{ $.eventType = %Trail$% }", EVENT)).isTrue();
        assertThat(matches("{ $.none != \"x\" }", EVENT)).isFalse();
        assertThat(matches("{ $.eventType = \"UpdateTrail\" }", "no json")).isFalse();
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> FilterPattern.parse("{ $.a ~ 1 }")).isInstanceOf(LogsException.class)
                .hasMessage("Invalid filter pattern: expected an operator at character 7, not '~ 1 }'");
        assertThatThrownBy(() -> FilterPattern.parse("[ip, user]")).hasMessageContaining("columns");
        assertThatThrownBy(() -> FilterPattern.parse("{ $.a > x }")).hasMessageContaining("'x' is not a number");
        assertThatThrownBy(() -> FilterPattern.parse("\"open")).hasMessageContaining("is not a term");
    }

    /**
     * FilterAndPatternSyntax: "You must put exact phrases and terms that include non-alphanumeric characters inside double
     * quotation marks". The message is that of ministryofjustice/modernisation-platform-environments#5137.
     */
    @Test
    void aTermWithOtherCharactersThanLettersAndDigitsStandsInQuotes() {
        for (String term : new String[]{"me@example.com", "/health", "-a/b", "?user@host", "a.b", "x=1"}) {
            assertThatThrownBy(() -> FilterPattern.parse("ERROR " + term)).isInstanceOf(LogsException.class)
                    .hasMessageContaining("Invalid character(s) in term '" + term.replaceFirst("^[-?]", "") + "'");
        }
        assertThat(matches("\"me@example.com\" -\"/health\" snake_case", "snake_case me@example.com")).isTrue();
    }

    private static boolean matches(String pattern, String line) {
        return FilterPattern.parse(pattern).matches(line);
    }
}
