// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import io.highlands.local.ecs.process.LogFile;
import io.highlands.local.mesh.HostsEntry;
import io.highlands.local.mesh.Sidecar;

/** The proxy of a task, and its access log. */
final class Proxy {

    /** A task of a service without Service Connect has none. */
    static final Proxy NONE = new Proxy(null, null);

    private static final System.Logger LOG = System.getLogger(Proxy.class.getName());

    private final Sidecar sidecar;
    private final LogFile log;
    private final AtomicBoolean closed = new AtomicBoolean();

    Proxy(Sidecar sidecar, LogFile log) {
        this.sidecar = sidecar;
        this.log = log;
    }

    List<HostsEntry> hosts() {
        return sidecar == null ? List.of() : sidecar.hosts();
    }

    CompletableFuture<Void> drain(Duration longest) {
        return sidecar == null ? CompletableFuture.completedFuture(null) : sidecar.drain(longest);
    }

    /** Ends it at once; a lost task's proxy was ended before. */
    void close() {
        if (sidecar != null && closed.compareAndSet(false, true)) {
            sidecar.close();
        }
    }

    /** Closes the access log, a while after {@link #close}: the mesh's log thread may still have a line for it. */
    void closeLog() {
        if (log == null) {
            return;
        }
        try {
            log.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "an access log cannot be closed: {0}", e.getMessage());
        }
    }
}
