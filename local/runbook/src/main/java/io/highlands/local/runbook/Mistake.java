// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

/**
 * Something that is wrong in a page.
 *
 * @param file the page's file
 * @param line where, from 1
 * @param problem what is wrong and what is allowed, in one line
 */
public record Mistake(String file, int line, String problem) {

    /** {@code FILE:LINE: PROBLEM}. */
    @Override
    public String toString() {
        return file + ':' + line + ": " + problem;
    }
}
