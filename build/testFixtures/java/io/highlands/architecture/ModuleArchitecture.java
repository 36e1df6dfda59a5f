// SPDX-License-Identifier: Apache-2.0
package io.highlands.architecture;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** What holds in every module. The subclass is in the package that all of the
 * module's packages are in, and adds the rules of its own. */
public abstract class ModuleArchitecture {

    private static final Map<String, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

    private final String root = getClass().getPackageName();

    /** {@return the module's classes without its tests} */
    protected final JavaClasses module() {
        return IMPORTED.computeIfAbsent(root, name -> new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(name));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true).check(module());
    }

    /** But for the programs themselves, whose output it is. */
    @Test
    void nothingPrintsToStandardOutput() {
        noClasses().that(not(new IsProgram())).should().accessField(System.class, "out").orShould()
                .accessField(System.class, "err").check(module());
    }

    /**
     * The rule of a module that needs nothing but the JDK.
     *
     * @param more packages that it may know beside its own and {@code java}
     */
    protected final ArchRule knowsTheJdkAlone(String... more) {
        String[] allowed = new String[more.length + 2];
        allowed[0] = root + "..";
        allowed[1] = "java..";
        System.arraycopy(more, 0, allowed, 2, more.length);
        return classes().should().onlyDependOnClassesThat().resideInAnyPackage(allowed);
    }
}
