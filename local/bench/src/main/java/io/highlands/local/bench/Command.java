// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlException;

/**
 * The command as a user types it.
 *
 * @param checkout the checkout whose script is run
 */
record Command(Checkout checkout) {

    private static final long TIMEOUT_SECONDS = 330;

    /**
     * Runs it and waits for its end.
     *
     * @param words the words after {@code highlands}
     * @throws ControlException when it fails
     */
    void run(String... words) throws IOException, InterruptedException {
        await(start(words), words);
    }

    /**
     * Starts {@code highlands} with these words, and does not wait for its end.
     *
     * @param words the words after {@code highlands}
     * @return the process; its answers are thrown away, its refusals shown
     */
    Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(checkout.root().resolve("highlands").toString()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /**
     * Waits for a started one.
     *
     * @param process the process
     * @param words its words
     * @throws ControlException when it fails
     */
    void await(Process process, String... words) throws InterruptedException {
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new ControlException("highlands " + String.join(" ", words) + " did not end within "
                    + TIMEOUT_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new ControlException("highlands " + String.join(" ", words) + " ended with " + process.exitValue());
        }
    }
}
