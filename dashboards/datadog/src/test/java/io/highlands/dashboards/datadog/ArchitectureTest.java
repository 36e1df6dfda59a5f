// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog;

import org.junit.jupiter.api.Test;

import io.highlands.architecture.ModuleArchitecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class ArchitectureTest extends ModuleArchitecture {

    @Test
    void queriesKnowNothingOfHowTheyAreShown() {
        noClasses().that().resideInAPackage("..query..").should().dependOnClassesThat()
                .resideInAnyPackage("..datadog.board..", "..datadog.monitor..").check(module());
    }

    @Test
    void onlyMeasuresAndNamesOfCloudWatchAreKnown() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("..cloudwatch.board..", "..cloudwatch.grammar..")
                .check(module());
    }

    @Test
    void nothingIsMadeWithTheCdk() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("software.amazon..", "software.constructs..")
                .check(module());
    }

    @Test
    void dashboardsKnowNothingOfProcesses() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("io.highlands.local..", "io.highlands.infra..",
                "io.highlands.service..", "io.highlands.starter..").check(module());
    }
}
