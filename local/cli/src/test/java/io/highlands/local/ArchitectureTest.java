// SPDX-License-Identifier: Apache-2.0
package io.highlands.local;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.Test;

import io.highlands.local.error.UserError;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The direction of knowledge among the packages of the runtime. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.highlands.local");

    @Test
    void eachPackageKnowsOnlyTheOnesBelowIt() {
        Architectures.layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true)
                .layer("cli").definedBy("..local.cli..")
                .layer("bench").definedBy("..local.bench..")
                .layer("checkout").definedBy("..local.checkout..")
                .layer("control").definedBy("..local.control..")
                .layer("rehearsal").definedBy("..local.rehearsal..")
                .whereLayer("rehearsal").mayOnlyBeAccessedByLayers("cli")
                .layer("cost").definedBy("..local.cost..")
                .whereLayer("cost").mayOnlyBeAccessedByLayers("cli")
                .layer("console").definedBy("..local.console..")
                .layer("html").definedBy("io.highlands.local.html..")
                .whereLayer("html").mayNotAccessAnyLayer()
                .whereLayer("html").mayOnlyBeAccessedByLayers("console", "rehearsal")
                .layer("load").definedBy("..local.load..")
                .layer("fault").definedBy("..local.fault..")
                .whereLayer("fault").mayOnlyBeAccessedByLayers("cli", "control")
                .layer("ecs").definedBy("..local.ecs..")
                .layer("template").definedBy("..local.template..")
                .layer("mesh").definedBy("..local.mesh..")
                .layer("balancer").definedBy("..local.balancer..")
                .layer("forward").definedBy("..local.forward..")
                .layer("metrics").definedBy("..local.cloudwatch.metrics..")
                .layer("dashboards").definedBy("..local.cloudwatch.dashboards..")
                .layer("logs").definedBy("..local.logs..")
                .layer("store").definedBy("..local.store..")
                .layer("edges").definedBy("..local.edges..")
                .layer("verify").definedBy("..local.verify..")
                .layer("deploy").definedBy("..local.deploy..")
                .whereLayer("store").mayNotAccessAnyLayer()
                .whereLayer("metrics").mayOnlyAccessLayers("store")
                .whereLayer("logs").mayOnlyAccessLayers("store")
                .whereLayer("verify").mayOnlyBeAccessedByLayers("cli", "deploy")
                .whereLayer("deploy").mayOnlyAccessLayers("verify")
                .whereLayer("deploy").mayOnlyBeAccessedByLayers("cli")
                .layer("aws").definedBy("..local.aws..")
                .whereLayer("cli").mayNotBeAccessedByAnyLayer()
                .whereLayer("bench").mayOnlyBeAccessedByLayers("cli")
                .whereLayer("checkout").mayOnlyBeAccessedByLayers("cli", "bench", "rehearsal")
                .whereLayer("control").mayOnlyBeAccessedByLayers("cli", "bench", "checkout", "rehearsal")
                .layer("provision").definedBy("..local.provision..")
                .layer("publish").definedBy("..local.publish..")
                .whereLayer("provision").mayOnlyBeAccessedByLayers("control", "cli", "rehearsal")
                .whereLayer("publish").mayOnlyBeAccessedByLayers("control", "provision")
                .whereLayer("console").mayOnlyBeAccessedByLayers("control", "bench")
                .whereLayer("load").mayOnlyBeAccessedByLayers("cli", "control")
                .whereLayer("ecs").mayOnlyBeAccessedByLayers("cli", "control", "publish", "console", "fault",
                        "aws")
                .whereLayer("template").mayOnlyBeAccessedByLayers("cli", "control", "ecs", "publish", "provision",
                        "fault", "rehearsal", "aws")
                .whereLayer("mesh").mayOnlyBeAccessedByLayers("control", "ecs", "bench", "publish", "console",
                        "fault")
                .whereLayer("balancer").mayOnlyBeAccessedByLayers("control", "ecs", "bench", "publish", "console")
                .whereLayer("forward").mayOnlyBeAccessedByLayers("mesh", "balancer", "control", "bench", "publish",
                        "console")
                .whereLayer("aws").mayOnlyBeAccessedByLayers("cli", "control", "bench")
                .layer("traces").definedBy("..local.traces..")
                .whereLayer("traces").mayOnlyAccessLayers("store")
                .layer("intake").definedBy("..local.intake..")
                .layer("http").definedBy("io.highlands.local.http..")
                .whereLayer("http").mayNotAccessAnyLayer()
                .whereLayer("http").mayOnlyBeAccessedByLayers("intake", "aws", "console", "control")
                .whereLayer("intake").mayOnlyAccessLayers("http")
                .whereLayer("intake").mayOnlyBeAccessedByLayers("control", "bench")
                .whereLayer("edges").mayOnlyAccessLayers("store", "traces", "logs", "metrics")
                .whereLayer("edges").mayOnlyBeAccessedByLayers("console", "control")
                .layer("runbook").definedBy("..local.runbook..")
                .whereLayer("runbook").mayNotAccessAnyLayer()
                .check(CLASSES);
    }

    @Test
    void thePackagesHaveNoCycles() {
        slices().matching("io.highlands.local.(**)").should().beFreeOfCycles().check(CLASSES);
        slices().matching("io.highlands.local.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void errorsDependOnTheJdkAlone() {
        classes().that().resideInAPackage("io.highlands.local.error..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.highlands.local.error..").check(CLASSES);
    }

    /** What the command shows in one line is decided by this type alone, so that no list of types can lack one. */
    @Test
    void everyExceptionIsForUsersOrForAClientOfAnHttpEndpoint() {
        classes().that().areAssignableTo(RuntimeException.class).should().beAssignableTo(UserError.class)
                .orShould().resideInAnyPackage("..local.aws..", "..local.intake..", "..local.console.web..",
                        "..local.logs.insights..")
                .check(CLASSES);
    }

    @Test
    void templatesAreReadAndTheClassesThatMadeThemAreNotKnown() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("io.highlands.infra..", "io.highlands.starter..",
                "software.amazon..").check(CLASSES);
    }

    @Test
    void nothingButTheCommandItselfKnowsStandardOutput() {
        noClasses().that().doNotHaveFullyQualifiedName("io.highlands.local.cli.Highlands").should()
                .accessField(System.class, "out").orShould().accessField(System.class, "err").check(CLASSES);
    }
}
