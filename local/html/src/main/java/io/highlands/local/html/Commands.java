// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.html;

/** What becomes of the named commands in a text: blocks that begin with {@code ```sh { name=NAME }}. */
@FunctionalInterface
public interface Commands {

    /**
     * A command as it is shown, and as it is copied.
     *
     * @param shown what the page shows
     * @param copied what its button copies
     */
    record Command(String shown, String copied) {}

    /**
     * Fills a command in.
     *
     * @param name its name
     * @param text its lines, as they are written
     * @return what is shown and copied
     */
    Command of(String name, String text);
}
