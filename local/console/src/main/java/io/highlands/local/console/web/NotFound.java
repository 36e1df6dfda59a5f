// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.web;

/** What a page is about does not exist: answered with 404 and one line. */
public final class NotFound extends RuntimeException {

    /**
     * Names what is missing.
     *
     * @param message one line: what was asked for, and what there is
     */
    public NotFound(String message) {
        super(message);
    }
}
