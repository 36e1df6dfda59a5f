// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra;

import org.junit.jupiter.api.Test;

import io.highlands.infra.topology.InvalidInput;
import io.highlands.infra.topology.Services;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said of an error of the JVM itself. Source: {@code ExceptionInInitializerError} of the Java SE API, whose detail
 * message is null when it was made for an exception of a static initializer (JLS 12.4.2).
 */
class FailuresTest {

    @Test
    void aMistakeInTheDeclarationsIsNamedWithFileAndLine() {
        assertThat(
                Failures.inDeclarations(inServices(new InvalidInput("service-b: upstream", "service-x", "service-c"))))
                .contains("Services.java:24: service-b: upstream: found service-x; allowed: service-c");
    }

    @Test
    void aValueThatCannotBeReadIsNamedWithFileAndLine() {
        assertThat(Failures.inDeclarations(inServices(new NullPointerException()))).hasValueSatisfying(
                line -> assertThat(line).startsWith("Services.java:24: found a declaration that cannot be read")
                        .doesNotContain("null)").doesNotContain("NullPointerException"));
    }

    @Test
    void anErrorElsewhereIsNoMistakeInTheDeclarations() {
        assertThat(Failures.inDeclarations(new ExceptionInInitializerError(new IllegalStateException("jsii"))))
                .isEmpty();
        assertThat(Failures.inDeclarations(new IllegalStateException("jsii"))).isEmpty();
    }

    @Test
    void anErrorWithoutAMessageIsToldByItsCause() {
        assertThat(Failures.line(new ExceptionInInitializerError(new IllegalStateException("jsii")))).isEqualTo("jsii");
    }

    @Test
    void anErrorWithoutAnyMessageIsNeverNull() {
        assertThat(Failures.line(new IllegalStateException())).startsWith("the CDK app failed without a message");
    }

    private static ExceptionInInitializerError inServices(RuntimeException mistake) {
        mistake.setStackTrace(new StackTraceElement[]{
                new StackTraceElement("io.highlands.infra.topology.Topology", "<init>", "Topology.java", 27),
                new StackTraceElement(Services.class.getName(), "<clinit>", "Services.java", 24)});
        return new ExceptionInInitializerError(mistake);
    }
}
