// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** What a service may know. The subclass is in the service's own package. */
public abstract class ServiceArchitecture {

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(getClass().getPackageName());

    @Test
    void itKnowsNothingOfAwsTheMeshLocalModeOrAnAgent() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("software.amazon..", "com.amazonaws..",
                "io.highlands.local..", "io.highlands.infra..", "datadog..", "io.opentelemetry..").check(service);
    }

    @Test
    void itKnowsNoOtherServicesClasses() {
        noClasses().should().dependOnClassesThat(resideInAPackage("io.highlands.service..")
                .and(not(resideInAPackage(getClass().getPackageName() + "..")))).check(service);
    }

    @Test
    void nothingIsPublic() {
        classes().should().notBePublic().check(service);
    }
}
