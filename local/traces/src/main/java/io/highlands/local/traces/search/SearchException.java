// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.search;

import io.highlands.local.error.UserError;

/** A search that cannot be read: one line that names the place, what was found and what is allowed. */
public final class SearchException extends UserError {

    private static final long serialVersionUID = 1L;

    /**
     * A search that does not fit what it is given with.
     *
     * @param message the line
     */
    public SearchException(String message) {
        super(message);
    }

    SearchException(int place, String message) {
        super("search, character " + place + ": " + message);
    }
}
