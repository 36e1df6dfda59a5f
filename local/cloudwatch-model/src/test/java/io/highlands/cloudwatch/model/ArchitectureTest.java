// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model;

import org.junit.jupiter.api.Test;

import io.highlands.architecture.ModuleArchitecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class ArchitectureTest extends ModuleArchitecture {

    private static final String ROOT = "io.highlands.cloudwatch.model";

    @Test
    void theModelNeedsNothingButTheJdk() {
        knowsTheJdkAlone().check(module());
    }

    @Test
    void theModelHasNoClockNoFilesNoNetworkAndNoThreads() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("java.io..", "java.net..", "java.nio..",
                "java.util.concurrent..").orShould().callMethod(java.time.Instant.class, "now").orShould()
                .callMethod(System.class, "currentTimeMillis").orShould().callMethod(System.class, "nanoTime")
                .check(module());
    }

    @Test
    void statisticsKnowNothingOfMathAndAlarms() {
        noClasses().that().resideInAPackage(ROOT + ".statistics").should().dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".math", ROOT + ".alarm", ROOT + ".search").check(module());
    }

    @Test
    void mathKnowsNothingOfAlarms() {
        noClasses().that().resideInAPackage(ROOT + ".math").should().dependOnClassesThat()
                .resideInAPackage(ROOT + ".alarm").check(module());
    }
}
