// SPDX-License-Identifier: Apache-2.0
package io.highlands.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;

/** A class with a {@code main} method. */
final class IsProgram extends DescribedPredicate<JavaClass> {

    IsProgram() {
        super("are programs");
    }

    @Override
    public boolean test(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(method -> method.getName().equals("main")
                        && method.getModifiers().contains(JavaModifier.STATIC));
    }
}
