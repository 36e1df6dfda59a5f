// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said of an error of the JVM itself. Source: {@code ExceptionInInitializerError} of the Java SE API, whose detail
 * message is null when it was made for an exception of a static initializer (JLS 12.4.2).
 */
class FailuresTest {

    @Test
    void anErrorWithoutAMessageIsToldByItsCause() {
        assertThat(Failures.line(new ExceptionInInitializerError(new IllegalStateException("jsii")))).isEqualTo("jsii");
    }

    @Test
    void anErrorWithoutAnyMessageIsNeverNull() {
        assertThat(Failures.line(new IllegalStateException())).startsWith("the CDK app failed without a message");
    }
}
