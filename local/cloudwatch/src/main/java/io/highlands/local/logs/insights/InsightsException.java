// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

/** A Logs Insights query that cannot be read or run here; the message names the command, the function or the character. */
public final class InsightsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int position;

    InsightsException(int position, String message) {
        super(message + " (character " + (position + 1) + ")");
        this.position = position;
    }

    /**
     * Where in the query the fault is.
     *
     * @return index of the character, from 0
     */
    public int position() {
        return position;
    }
}
