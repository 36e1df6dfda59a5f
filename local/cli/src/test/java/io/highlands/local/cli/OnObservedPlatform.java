// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A class of tests with a platform of its own, which runs before the first of them and ends after the last. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class OnObservedPlatform {

    Path state;

    ObservedPlatform platform;

    @BeforeAll
    void up(@TempDir Path folder) throws Exception {
        state = folder;
        platform = new ObservedPlatform(folder);
    }

    @AfterAll
    void down() throws Exception {
        if (platform != null) {
            platform.down();
        }
    }
}
