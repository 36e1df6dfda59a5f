// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs.process;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Runs a command to see whether it succeeds. */
public final class Probe {

    private Probe() {
    }

    /**
     * Runs a command to its end, or ends it.
     *
     * @param spec the command
     * @param timeout how long it may take
     * @return whether it ended in time with exit code 0
     * @throws IOException when it cannot be started
     * @throws InterruptedException when this thread is interrupted; the command is ended
     */
    public static boolean succeeds(ProcessSpec spec, Duration timeout) throws IOException, InterruptedException {
        Process process = spec.builder().redirectErrorStream(false)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = false;
        try {
            ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return ended && process.exitValue() == 0;
        } finally {
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }
}
