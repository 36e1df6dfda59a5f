// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import io.highlands.local.control.BoundedLines;
import io.highlands.local.control.ControlJson;
import io.highlands.local.control.message.DrillBegun;
import io.highlands.local.control.message.DrillEvent;
import io.highlands.local.rehearsal.drill.DrillListener;
import io.highlands.local.rehearsal.drill.DrillPage;
import io.highlands.local.rehearsal.drill.DrillResult;

/** Who writes answers to standard input and reads what a drill says; the end of the input gives the drill up. */
final class Trainee implements DrillListener {

    private static final String END = "give-up";

    /** More lines stay in the pipe until these are taken. */
    private static final int MAX_LINES = 64;

    /** What is beyond it in a line is dropped: no answer is as long. */
    private static final int MAX_CHARACTERS = 200;

    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(MAX_LINES);
    private final PrintWriter out;
    private final boolean json;
    /** The line that was taken last, until something is told. */
    private Optional<String> taken = Optional.empty();

    /**
     * Reads from now on.
     *
     * @param in where lines come from
     * @param out where lines go
     * @param json whether each is a {@link DrillEvent}
     */
    Trainee(InputStream in, PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
        Charset charset = Charset.forName(System.getProperty("stdin.encoding", "UTF-8"), Charset.defaultCharset());
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, charset));
        Thread.ofPlatform().daemon().name("answers").start(() -> read(new BoundedLines(reader, MAX_CHARACTERS)));
    }

    private void read(BoundedLines input) {
        try {
            for (Optional<String> line = line(input); line.isPresent(); line = line(input)) {
                lines.put(line.get());
            }
            lines.put(END);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<String> line(BoundedLines input) {
        try {
            return input.next();
        } catch (IOException lostTerminal) {
            return Optional.empty();
        }
    }

    @Override
    public void tell(List<String> told) {
        if (told.isEmpty() && taken.isEmpty()) {
            return;
        }
        if (json) {
            print(DrillEvent.told(told, taken));
        } else {
            told.forEach(out::println);
            out.flush();
        }
        taken = Optional.empty();
    }

    @Override
    public void begin(DrillBegun drill) {
        if (json) {
            print(new DrillEvent(List.of(), Optional.empty(), Optional.of(drill), Optional.empty(),
                    Optional.empty()));
        } else {
            tell(List.of(
                    "Use the console, 'highlands' and the AWS CLI in another terminal; end it there as a runbook says.",
                    "Here: answer WHERE [KIND [MITIGATION]], words, hint, help, " + END));
        }
    }

    /** Prints the report for who reads here; a program reads it from its file. */
    void show(DrillResult result) {
        if (!json) {
            tell(List.of("", DrillPage.of(result)));
        }
    }

    /**
     * Tells that it is over.
     *
     * @param result what came of the drill
     * @param report where its report is
     */
    void end(DrillResult result, Path report) {
        if (json) {
            print(new DrillEvent(List.of(), Optional.empty(), Optional.empty(), Optional.of(result.entry()),
                    Optional.of(report.toAbsolutePath().toString())));
        } else {
            tell(List.of("report: " + report));
        }
    }

    private void print(DrillEvent event) {
        out.println(new String(ControlJson.bytes(event), StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public Optional<String> next() {
        Optional<String> line = Optional.ofNullable(lines.poll());
        taken = line;
        return line;
    }
}
