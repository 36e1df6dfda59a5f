// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a store with the usual options, in a folder of its own for each test. */
abstract class StoreInFolder {

    @TempDir
    Path folder;

    TelemetryStore store;

    @BeforeEach
    final void open() {
        store = TelemetryStore.open(StoreOptions.in(folder));
    }

    @AfterEach
    final void close() {
        store.close();
    }

    final void reopen() {
        store.close();
        open();
    }
}
