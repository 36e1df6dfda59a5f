// SPDX-License-Identifier: Apache-2.0
package io.highlands.service.a;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * What service A may know.
 */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.highlands.service.a");

    @Test
    void itKnowsNothingOfAwsTheMeshTheLaptopOrAnAgent() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("software.amazon..", "com.amazonaws..",
                "io.highlands.local..", "io.highlands.infra..", "datadog..", "io.opentelemetry..").check(CLASSES);
    }

    @Test
    void itKnowsNoOtherServicesClasses() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("io.highlands.service.b..", "io.highlands.service.c..")
                .check(CLASSES);
    }

    @Test
    void nothingIsPublic() {
        classes().should().notBePublic().check(CLASSES);
    }
}
