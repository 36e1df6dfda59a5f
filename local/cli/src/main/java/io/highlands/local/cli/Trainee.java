// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import io.highlands.local.rehearsal.drill.DrillListener;

/** Who writes answers to standard input and reads what a drill says; the end of the input gives the drill up. */
final class Trainee implements DrillListener {

    private static final String END = "give-up";

    /** More lines stay in the pipe until these are taken. */
    private static final int MAX_LINES = 64;

    /** What is beyond it in a line is dropped: no answer is as long. */
    private static final int MAX_CHARACTERS = 200;

    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(MAX_LINES);
    private final PrintWriter out;

    /**
     * Reads from now on.
     *
     * @param in where lines come from
     * @param out where lines go
     */
    Trainee(InputStream in, PrintWriter out) {
        this.out = out;
        Charset charset = Charset.forName(System.getProperty("stdin.encoding", "UTF-8"), Charset.defaultCharset());
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, charset));
        Thread.ofPlatform().daemon().name("answers").start(() -> read(reader));
    }

    private void read(Reader reader) {
        try {
            for (Optional<String> line = line(reader); line.isPresent(); line = line(reader)) {
                lines.put(line.get());
            }
            lines.put(END);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<String> line(Reader reader) {
        StringBuilder line = new StringBuilder();
        try {
            int next = reader.read();
            if (next < 0) {
                return Optional.empty();
            }
            for (; next >= 0 && next != '\n'; next = reader.read()) {
                if (line.length() < MAX_CHARACTERS) {
                    line.append((char) next);
                }
            }
            return Optional.of(line.toString());
        } catch (IOException lostTerminal) {
            return Optional.empty();
        }
    }

    @Override
    public void tell(List<String> told) {
        told.forEach(out::println);
        out.flush();
    }

    @Override
    public Optional<String> next() {
        return Optional.ofNullable(lines.poll());
    }
}
