// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Runs a command to see whether it succeeds. */
public final class Probe {

    private static final int MAX_LINE = 300;

    private Probe() {
    }

    /**
     * How a command ended.
     *
     * @param succeeded whether it ended in time with exit code 0
     * @param line what it wrote last to standard error, at most 300 characters; empty where it wrote nothing there
     */
    public record Outcome(boolean succeeded, String line) {}

    /**
     * Runs a command to its end, or ends it.
     *
     * @param spec the command
     * @param timeout how long it may take
     * @return how it ended
     * @throws IOException when it cannot be started
     * @throws InterruptedException when this thread is interrupted; the command is ended
     */
    public static Outcome run(ProcessSpec spec, Duration timeout) throws IOException, InterruptedException {
        Process process = spec.builder().redirectErrorStream(false)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        boolean ended = false;
        try {
            ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Outcome(ended && process.exitValue() == 0, lastLine(process.getErrorStream()));
        } finally {
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }

    /** What is there already, without a wait for children that keep the stream open. */
    private static String lastLine(InputStream errors) throws IOException {
        String text = new String(errors.readNBytes(errors.available()), StandardCharsets.UTF_8);
        String line = text.lines().filter(each -> !each.isBlank()).reduce((one, next) -> next).orElse("").strip();
        return line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE);
    }
}
