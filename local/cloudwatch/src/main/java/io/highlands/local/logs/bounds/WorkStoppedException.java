// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.bounds;

/** A query that ends before its result is complete. */
public final class WorkStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why a query ends. */
    public enum Reason {
        /** Somebody stopped it. */
        STOPPED,
        /** Its time is over. */
        TIME,
        /** It would keep more than its memory. */
        MEMORY
    }

    WorkStoppedException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** {@return why it ends} */
    public Reason reason() {
        return reason;
    }
}
