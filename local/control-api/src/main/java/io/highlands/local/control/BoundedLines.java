// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * The lines between a command and who started it, of which none takes more memory than allowed.
 *
 * @param reader where they come from
 * @param maxCharacters what of a line is kept; what is beyond is dropped
 */
public record BoundedLines(Reader reader, int maxCharacters) {

    /**
     * Reads a line.
     *
     * @return the line without its end; empty at the end of the input
     * @throws IOException when the input cannot be read
     */
    public Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        int next = reader.read();
        if (next < 0) {
            return Optional.empty();
        }
        for (; next >= 0 && next != '\n'; next = reader.read()) {
            if (line.length() < maxCharacters) {
                line.append((char) next);
            }
        }
        return Optional.of(line.toString());
    }
}
