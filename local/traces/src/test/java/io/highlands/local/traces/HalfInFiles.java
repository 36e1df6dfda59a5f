// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.store.StoreOptions;
import io.highlands.local.store.TelemetryStore;

/** Tests of traces of which the older half is in files and the newer one in memory. */
public abstract class HalfInFiles {

    protected StoredTraces traces;

    @TempDir
    private Path folder;

    private TelemetryStore store;

    @BeforeEach
    final void put() {
        open();
        putOlder();
        close();
        open();
        putNewer();
    }

    protected abstract void putOlder();

    protected abstract void putNewer();

    private void open() {
        store = TelemetryStore.open(StoreOptions.in(folder));
        traces = new StoredTraces(store.spans());
    }

    @AfterEach
    final void close() {
        store.close();
    }
}
