// SPDX-License-Identifier: Apache-2.0
package io.highlands.image;

import org.junit.jupiter.api.Test;

import io.highlands.architecture.ModuleArchitecture;

/**
 * What the builder may know: it runs on the bare Java of an image, so nothing but the JDK.
 */
class ArchitectureTest extends ModuleArchitecture {

    @Test
    void nothingButTheJdkIsUsed() {
        knowsTheJdkAlone("com.sun.net.httpserver").check(module());
    }
}
