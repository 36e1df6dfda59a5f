// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra;

import org.junit.jupiter.api.Test;

import io.highlands.architecture.ModuleArchitecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class ArchitectureTest extends ModuleArchitecture {

    @Test
    void declarationAndSettingsKnowNothingOfTheCdk() {
        noClasses().that().resideInAnyPackage("..topology..", "..settings..").should().dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "software.constructs..", "..stacks..", "..compliance..")
                .check(module());
    }

    @Test
    void declarationKnowsNothingOfSettings() {
        noClasses().that().resideInAPackage("..topology..").should().dependOnClassesThat()
                .resideInAPackage("..settings..").check(module());
    }

    @Test
    void onlyComplianceKnowsTheNagRules() {
        noClasses().that().resideOutsideOfPackage("..compliance..").should().dependOnClassesThat()
                .resideInAPackage("io.github.cdklabs..").check(module());
    }

    @Test
    void platformKnowsNeitherServicesNorLocalMode() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("io.highlands.local..", "io.highlands.service..",
                "org.springframework..").check(module());
    }
}
