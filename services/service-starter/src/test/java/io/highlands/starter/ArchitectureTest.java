// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * What the starter may know.
 */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.highlands");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.highlands.starter.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingKnowsTheMeshLocalModeOrAnAgent() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("software.amazon.awscdk..", "com.amazonaws..",
                "io.highlands.local..", "io.highlands.infra..", "datadog..", "io.opentelemetry..").check(CLASSES);
    }

    @Test
    void onlyTheMetricsKnowTheSdkOfAws() {
        noClasses().that().resideOutsideOfPackage("..starter.metrics..").should().dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "io.micrometer.cloudwatch2..").check(CLASSES);
    }

    @Test
    void settingsAndContextKnowNoOtherPart() {
        noClasses().that().resideInAnyPackage("..settings..", "..context..").should().dependOnClassesThat()
                .resideInAnyPackage("..starter.web..", "..starter.upstream..", "..starter.health..",
                        "..starter.logging..", "..starter.metrics..")
                .check(CLASSES);
    }

    @Test
    void autoConfigurationIsNobodysApi() {
        classes().that().haveSimpleNameEndingWith("AutoConfiguration").should().bePackagePrivate().check(CLASSES);
    }
}
