// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.testing;

import org.junit.jupiter.api.Test;

import io.highlands.architecture.ModuleArchitecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** What a service may know. The subclass is in the service's own package. */
public abstract class ServiceArchitecture extends ModuleArchitecture {

    @Test
    void itKnowsNothingOfAwsTheMeshLocalModeOrAnAgent() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("software.amazon..", "com.amazonaws..",
                "io.highlands.local..", "io.highlands.infra..", "datadog..", "io.opentelemetry..").check(module());
    }

    @Test
    void itKnowsNoOtherServicesClasses() {
        noClasses().should().dependOnClassesThat(resideInAPackage("io.highlands.service..")
                .and(not(resideInAPackage(getClass().getPackageName() + "..")))).check(module());
    }

    @Test
    void nothingIsPublic() {
        classes().should().notBePublic().check(module());
    }
}
