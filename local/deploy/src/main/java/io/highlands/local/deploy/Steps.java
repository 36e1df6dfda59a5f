// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs the commands of a plan one after the other, in this terminal. */
public final class Steps {

    private static final long GRACE_SECONDS = 30;

    private final Path folder;
    private final Consumer<String> out;

    /**
     * Prepares it.
     *
     * @param folder the working folder of the commands
     * @param out where each command is printed before it runs
     */
    public Steps(Path folder, Consumer<String> out) {
        this.folder = folder;
        this.out = out;
    }

    /**
     * Runs all commands; what they print goes straight to the terminal, and Ctrl-C ends the one that runs.
     *
     * @param steps the commands
     * @throws DeployException naming the first command that fails; those after it do not run
     */
    public void run(List<Step> steps) {
        for (Step step : steps) {
            out.accept("");
            out.accept("$ " + step.text());
            int code = run(step);
            if (code != 0) {
                throw new DeployException("'" + step.text() + "' ended with exit code " + code
                        + "; nothing after it was run. Mend what it says and run the same command again: it goes on"
                        + " where it stopped");
            }
        }
    }

    private int run(Step step) {
        try {
            Process child = new ProcessBuilder(step.command()).directory(folder.toFile()).inheritIO().start();
            Thread end = new Thread(() -> end(child), "end-child");
            Runtime.getRuntime().addShutdownHook(end);
            int code = child.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
            return code;
        } catch (IOException e) {
            throw new DeployException("'" + step.command().getFirst() + "' cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployException("interrupted");
        } catch (IllegalStateException endsAlready) {
            throw new DeployException("interrupted");
        }
    }

    /** The terminal sends Ctrl-C to the child too; another signal to this process alone is passed on here. */
    private static void end(Process child) {
        child.destroy();
        try {
            child.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
