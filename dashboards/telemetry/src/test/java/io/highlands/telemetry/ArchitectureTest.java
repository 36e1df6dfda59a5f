// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/** Shared by services and dashboards, so it may know neither. */
class ArchitectureTest {

    @Test
    void theConstantsKnowTheJdkAndNothingElse() {
        classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..", "io.highlands.telemetry..")
                .check(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.highlands.telemetry"));
    }
}
