// SPDX-License-Identifier: Apache-2.0
package io.highlands.image;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/**
 * What the builder may know: it runs on the bare Java of an image, so nothing but the JDK.
 */
class ArchitectureTest {

    @Test
    void nothingButTheJdkIsUsed() {
        classes().should().onlyDependOnClassesThat()
                .resideInAnyPackage("io.highlands.image", "java..", "com.sun.net.httpserver")
                .check(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.highlands.image"));
    }
}
