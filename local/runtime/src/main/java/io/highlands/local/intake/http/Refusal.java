// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.http;

/** A request that is not served, with its status and one line of why. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * Refuses.
     *
     * @param status the HTTP status
     * @param line what was found and what is allowed
     */
    public Refusal(int status, String line) {
        super(line, null, false, false);
        this.status = status;
    }

    /** {@return the HTTP status} */
    public int status() {
        return status;
    }
}
