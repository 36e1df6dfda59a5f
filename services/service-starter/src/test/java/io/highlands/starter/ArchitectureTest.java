// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter;

import org.junit.jupiter.api.Test;

import io.highlands.architecture.ModuleArchitecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * What the starter may know.
 */
class ArchitectureTest extends ModuleArchitecture {

    @Test
    void nothingKnowsTheMeshLocalModeOrAnAgent() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("software.amazon.awscdk..", "com.amazonaws..",
                "io.highlands.local..", "io.highlands.infra..", "datadog..", "io.opentelemetry..").check(module());
    }

    @Test
    void onlyTheMetricsKnowTheSdkOfAws() {
        noClasses().that().resideOutsideOfPackage("..starter.metrics..").should().dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "io.micrometer.cloudwatch2..").check(module());
    }

    @Test
    void settingsAndContextKnowNoOtherPart() {
        noClasses().that().resideInAnyPackage("..settings..", "..context..").should().dependOnClassesThat()
                .resideInAnyPackage("..starter.web..", "..starter.upstream..", "..starter.health..",
                        "..starter.logging..", "..starter.metrics..")
                .check(module());
    }

    @Test
    void autoConfigurationIsNobodysApi() {
        classes().that().haveSimpleNameEndingWith("AutoConfiguration").should().bePackagePrivate().check(module());
    }
}
