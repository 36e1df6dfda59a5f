// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs.process;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Makes lines of bytes. A line longer than the limit is handed on in pieces, so that no output can fill the memory. */
final class LineSplitter {

    private final int limit;
    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);

    LineSplitter(int limit, Consumer<String> lines) {
        this.limit = limit;
        this.lines = lines;
    }

    void accept(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                hand();
                continue;
            }
            line.write(bytes[i]);
            if (line.size() >= limit) {
                hand();
            }
        }
    }

    /** The end: what was not closed by a line end is a line as well. */
    void finish() {
        if (line.size() > 0) {
            hand();
        }
    }

    private void hand() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
