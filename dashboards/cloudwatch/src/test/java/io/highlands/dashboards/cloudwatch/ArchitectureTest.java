// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch;

import org.junit.jupiter.api.Test;

import io.highlands.architecture.ModuleArchitecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class ArchitectureTest extends ModuleArchitecture {

    @Test
    void measuresKnowNothingOfHowTheyAreShown() {
        noClasses().that().resideInAPackage("..measure..").should().dependOnClassesThat()
                .resideInAnyPackage("..board..", "..alarm..", "..grammar..").check(module());
    }

    @Test
    void theGrammarKnowsOnlyTheJdk() {
        classes().that().resideInAPackage("..grammar..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "..grammar..").check(module());
    }

    @Test
    void dashboardsKnowNothingOfProcesses() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("io.highlands.local..", "io.highlands.infra..",
                "io.highlands.service..", "io.highlands.starter..").check(module());
    }
}
