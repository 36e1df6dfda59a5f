// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that each have a running service of their own to injure. */
abstract class WithFaultKit {

    @TempDir
    Path folder;

    FaultKit kit;

    @BeforeEach
    void start() {
        kit = new FaultKit(folder);
    }

    @AfterEach
    void close() {
        kit.close();
    }
}
