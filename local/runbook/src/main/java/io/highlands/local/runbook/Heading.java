// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

/**
 * A heading of the second level, which begins a section.
 *
 * @param text its words
 * @param line where, from 1
 * @param body what is below it up to the next section, in Markdown
 */
public record Heading(String text, int line, String body) {

    /** {@return whether nothing is below it} */
    public boolean empty() {
        return body.isBlank();
    }
}
