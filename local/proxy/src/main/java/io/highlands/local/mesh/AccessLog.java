// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.io.OutputStream;

/**
 * Where the access log lines of one sidecar go. The stream is written to and flushed by the mesh's one log thread only, and
 * never closed by it.
 */
public final class AccessLog {

    private static final AccessLog NONE = new AccessLog(null, false);

    private final OutputStream out;
    private final boolean query;

    private AccessLog(OutputStream out, boolean query) {
        this.out = out;
        this.query = query;
    }

    /** {@return no access log: the template declares none} */
    public static AccessLog none() {
        return NONE;
    }

    /**
     * {@return a log of one JSON object a line, with the keys that AWS writes and no more}
     *
     * @param out where the lines go
     * @param query whether paths are logged with their query; AWS leaves it out by default
     */
    public static AccessLog json(OutputStream out, boolean query) {
        return new AccessLog(out, query);
    }

    boolean wanted() {
        return out != null;
    }

    boolean query() {
        return query;
    }

    OutputStream out() {
        return out;
    }
}
