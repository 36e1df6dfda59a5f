// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes to a file and hands on each line; used by one thread at a time. */
final class LineTee extends OutputStream {

    private final OutputStream file;
    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);

    LineTee(OutputStream file, Consumer<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[]{(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                lines.accept(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(bytes[i]);
            }
        }
        file.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        file.flush();
    }
}
