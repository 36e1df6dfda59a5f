// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ToldTest {

    @ParameterizedTest
    @ValueSource(strings = {"java.lang.String", "unexpected io.highlands.local.cloudwatch.CloudWatchException",
            "\n\tat io.highlands.X.y(X.java:1)", "[Source: REDACTED", "NullPointerException", "StackOverflowError",
            "For input string: \"x\"", "Index 5 out of bounds for length 3", "Cannot invoke \"A.b()\" because"})
    void javasNamesAreAFault(String told) {
        assertThat(Told.fault("the body is bad: " + told + " there", "")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"message\":\"null\"}", "a.yaml: null"})
    void nothingButNullIsAFault(String told) {
        assertThat(Told.fault(told, "x: 1")).isPresent();
    }

    /** What snakeyaml-engine says of {@code "dou\\unullble"}: the text is the user's. */
    @Test
    void aNullOfTheUsersOwnIsNoFaultButNothingElseThanNullIs() {
        String told = "fuzz.yaml:2: not YAML: expected escape sequence of 4 hexadecimal numbers, but found: null";

        assertThat(Told.fault(told, "email: \"dou\\unullble\"")).isEmpty();
        assertThat(Told.fault(told, "email: x")).isPresent();
        assertThat(Told.fault("null", "a: null")).isPresent();
    }

    /** AWS's error codes end in Exception too: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
    @Test
    void anErrorCodeOfAwsIsNoFault() {
        assertThat(
                Told.fault("{\"__type\":\"ResourceNotFoundException\",\"message\":\"The specified log group does not "
                        + "exist.\"}", ""))
                .isEmpty();
    }
}
