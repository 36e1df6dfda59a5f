// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import io.highlands.local.rehearsal.drill.DrillListener;

/** Who writes answers to standard input and reads what a drill says; the end of the input gives the drill up. */
final class Trainee implements DrillListener {

    private static final String END = "give-up";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
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

    private void read(BufferedReader reader) {
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException lostTerminal) {
            // The same as the end of the input
        }
        lines.add(END);
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
