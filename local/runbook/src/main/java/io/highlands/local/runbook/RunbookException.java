// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import io.highlands.local.error.UserError;

/** A page that cannot be read, in one line: {@code FILE:LINE: what is wrong and what is allowed}. */
public final class RunbookException extends UserError {

    private static final long serialVersionUID = 1L;

    private final transient Mistake mistake;

    /**
     * Says what is wrong.
     *
     * @param file the page's file
     * @param line where, from 1
     * @param problem what is wrong and what is allowed, in one line
     */
    public RunbookException(String file, int line, String problem) {
        this(new Mistake(file, line, problem));
    }

    private RunbookException(Mistake mistake) {
        super(mistake.toString());
        this.mistake = mistake;
    }

    /** {@return the same in its parts} */
    public Mistake mistake() {
        return mistake;
    }
}
