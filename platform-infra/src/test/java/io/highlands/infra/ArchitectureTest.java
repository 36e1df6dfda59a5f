// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.highlands");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.highlands.infra.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void declarationAndSettingsKnowNothingOfTheCdk() {
        noClasses().that().resideInAnyPackage("..topology..", "..settings..").should().dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "software.constructs..", "..stacks..", "..compliance..")
                .check(CLASSES);
    }

    @Test
    void declarationKnowsNothingOfSettings() {
        noClasses().that().resideInAPackage("..topology..").should().dependOnClassesThat()
                .resideInAPackage("..settings..").check(CLASSES);
    }

    @Test
    void onlyComplianceKnowsTheNagRules() {
        noClasses().that().resideOutsideOfPackage("..compliance..").should().dependOnClassesThat()
                .resideInAPackage("io.github.cdklabs..").check(CLASSES);
    }

    @Test
    void platformKnowsNeitherServicesNorLocalMode() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("io.highlands.local..", "io.highlands.service..",
                "org.springframework..").check(CLASSES);
    }

    @Test
    void nothingPrintsToStandardOutput() {
        noClasses().should().accessField(System.class, "out").check(CLASSES);
    }
}
