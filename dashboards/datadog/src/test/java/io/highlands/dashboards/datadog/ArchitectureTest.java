// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.highlands.dashboards.datadog");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.highlands.dashboards.datadog.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void queriesKnowNothingOfHowTheyAreShown() {
        noClasses().that().resideInAPackage("..query..").should().dependOnClassesThat()
                .resideInAnyPackage("..datadog.board..", "..datadog.monitor..").check(CLASSES);
    }

    @Test
    void onlyMeasuresAndNamesOfCloudWatchAreKnown() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("..cloudwatch.board..", "..cloudwatch.grammar..")
                .check(CLASSES);
    }

    @Test
    void nothingIsMadeWithTheCdk() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("software.amazon..", "software.constructs..")
                .check(CLASSES);
    }

    @Test
    void dashboardsKnowNothingOfProcesses() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("io.highlands.local..", "io.highlands.infra..",
                "io.highlands.service..", "io.highlands.starter..").check(CLASSES);
    }

    @Test
    void nothingPrintsToStandardOutput() {
        noClasses().should().accessField(System.class, "out").check(CLASSES);
    }
}
