// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTest {

    private static final String ROOT = "io.highlands.cloudwatch.model";

    private static final JavaClasses MODEL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theModelNeedsNothingButTheJdk() {
        classes().should().onlyDependOnClassesThat().resideInAnyPackage(ROOT + "..", "java..").check(MODEL);
    }

    @Test
    void theModelHasNoClockNoFilesNoNetworkAndNoThreads() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("java.io..", "java.net..", "java.nio..",
                "java.util.concurrent..").orShould().callMethod(java.time.Instant.class, "now").orShould()
                .callMethod(System.class, "currentTimeMillis").orShould().callMethod(System.class, "nanoTime")
                .check(MODEL);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MODEL);
    }

    @Test
    void statisticsKnowNothingOfMathAndAlarms() {
        noClasses().that().resideInAPackage(ROOT + ".statistics").should().dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".math", ROOT + ".alarm", ROOT + ".search").check(MODEL);
    }

    @Test
    void mathKnowsNothingOfAlarms() {
        noClasses().that().resideInAPackage(ROOT + ".math").should().dependOnClassesThat()
                .resideInAPackage(ROOT + ".alarm").check(MODEL);
    }
}
