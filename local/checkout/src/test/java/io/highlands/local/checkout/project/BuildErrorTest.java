// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.project;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Lines as Maven 3.10.0 printed them. */
class BuildErrorTest {

    @Test
    void theCompilersFirstErrorComesBeforeMavens() {
        assertThat(BuildError.of("""
                [INFO] BUILD FAILURE
                [ERROR] COMPILATION ERROR :
                [ERROR] /demo/A.java:[3,5] ';' expected
                [ERROR] Failed to execute goal org.apache.maven.plugins:maven-compiler-plugin:3.14.1:compile -> [Help 1]
                """)).contains("/demo/A.java:[3,5] ';' expected");
    }

    @Test
    void aGoalThatFailedComesBeforeTheSummary() {
        assertThat(BuildError.of("""
                [ERROR] orders ............................................. FAILURE [ 11.088 s]
                [ERROR] BUILD FAILURE
                [ERROR] Failed to execute goal a:b:1:jar (default-jar) on project orders: no timestamp -> [Help 1]
                """)).contains("Failed to execute goal a:b:1:jar (default-jar) on project orders: no timestamp");
    }

    @Test
    void aHeadingIsNoError() {
        assertThat(BuildError.of("""
                [ERROR] [ERROR] Some problems were encountered while processing the POMs:
                [ERROR] Non-resolvable import POM: The following artifacts could not be resolved: g:a:pom:1 (absent)
                """)).contains(
                "Non-resolvable import POM: The following artifacts could not be resolved: g:a:pom:1 (absent)");
    }

    @Test
    void withoutAnErrorItIsTheLastLine() {
        assertThat(BuildError.of("mvnw: cannot read the download\n\n")).contains("mvnw: cannot read the download");
        assertThat(BuildError.of("")).isEmpty();
    }
}
