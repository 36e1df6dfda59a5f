// SPDX-License-Identifier: Apache-2.0
package io.highlands.local;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import io.highlands.architecture.ModuleArchitecture;
import io.highlands.local.error.UserError;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** The direction of knowledge among the modules of local mode, and among their packages. */
class ArchitectureTest extends ModuleArchitecture {

    private static final String ROOT = "io.highlands.local.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.highlands.local", "io.highlands.cloudwatch.model");

    @Test
    void aModuleKnowsTheModulesThatTheReadmeNamesAndNoOther() {
        assertThat(dependencies(ModuleTable::moduleOf)).isEqualTo(ModuleTable.ofTheReadme());
    }

    @Test
    void aPackageKnowsThePackagesThatTheListNamesAndNoOther() {
        Map<String, TreeSet<String>> found = dependencies(ArchitectureTest::packageOf);
        PackageList.updateIfAsked(found);
        assertThat(found).as(PackageList.HINT).isEqualTo(PackageList.read());
    }

    @Test
    void aPackageIsInOneModule() {
        Map<String, TreeSet<String>> modules = new TreeMap<>();
        CLASSES.forEach(type -> modules.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
                .add(ModuleTable.moduleOf(type)));
        assertThat(modules).allSatisfy((name, in) -> assertThat(in).as(name).hasSize(1));
    }

    @Test
    void errorsDependOnTheJdkAlone() {
        classes().that().resideInAPackage("io.highlands.local.error..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.highlands.local.error..").check(CLASSES);
    }

    /** What the command shows in one line is decided by this type alone, so that no list of types can lack one. */
    @Test
    void everyExceptionIsForUsersOrForAClientOfAnHttpEndpoint() {
        classes().that().areAssignableTo(RuntimeException.class).and().resideInAPackage("io.highlands.local..")
                .should().beAssignableTo(UserError.class).orShould().resideInAnyPackage("..local.aws..",
                        "..local.intake..", "..local.console.web..", "..local.logs..")
                .check(CLASSES);
    }

    @Test
    void onlyViewsRenderHtml() {
        noClasses().that().resideOutsideOfPackages("..local.html..", "..local.console..", "..local.rehearsal.report..")
                .should().dependOnClassesThat().resideInAPackage("..local.html..").check(CLASSES);
    }

    @Test
    void templatesAreReadAndTheClassesThatMadeThemAreNotKnown() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("io.highlands.infra..", "io.highlands.starter..",
                "io.highlands.dashboards..", "software.amazon..").check(CLASSES);
    }

    @Test
    void nothingButTheCommandItselfKnowsStandardOutput() {
        noClasses().that().doNotHaveFullyQualifiedName("io.highlands.local.cli.Highlands").should()
                .accessField(System.class, "out").orShould().accessField(System.class, "err").check(CLASSES);
    }

    private static Map<String, TreeSet<String>> dependencies(Function<JavaClass, String> part) {
        Map<String, TreeSet<String>> found = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            TreeSet<String> targets = found.computeIfAbsent(part.apply(type), name -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (CLASSES.contain(target.getName())) {
                    targets.add(part.apply(CLASSES.get(target.getName())));
                }
            }
            targets.remove(part.apply(type));
        }
        return found;
    }

    /** {@return the package below {@code io.highlands.local}, two names deep; the model of CloudWatch is one} */
    private static String packageOf(JavaClass type) {
        if (!type.getPackageName().startsWith(ROOT)) {
            return "cloudwatch-model";
        }
        String[] names = type.getPackageName().substring(ROOT.length()).split("\\.");
        return names.length == 1 ? names[0] : names[0] + "." + names[1];
    }
}
