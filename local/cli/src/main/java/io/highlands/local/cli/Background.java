// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.PlatformStatus;
import io.highlands.local.control.message.PlatformStatus.Phase;

/**
 * Starts the platform in a process of its own, which neither Ctrl-C nor a closed terminal reaches, and waits until it is
 * stable or has given up.
 */
final class Background {

    private static final long POLL_MILLIS = 50;

    /** The AOT cache that this process itself was started with; it fits this class path and no other. */
    private static final String CACHE_PROPERTY = "highlands.cache";

    private final Checkout checkout;

    private final PrintWriter out;

    Background(Checkout checkout, PrintWriter out) {
        this.checkout = checkout;
        this.out = out;
    }

    /**
     * Starts the platform in the background, and waits until it runs.
     *
     * @param words the words after {@code highlands}, in which {@code -d} stands
     * @throws ControlException with the line in which the start failed
     */
    void start(List<String> words) throws InterruptedException {
        Process process = spawn(words);
        String told = "";
        while (process.isAlive()) {
            Optional<PlatformStatus> status = ControlClient.find(checkout.state())
                    .filter(client -> client.pid() == process.pid()).flatMap(Background::status);
            if (status.map(PlatformStatus::phase).filter(Phase.RUNNING::equals).isPresent()) {
                status.orElseThrow().warnings().forEach(line -> out.println("warning: " + line));
                TelemetryText.warn(status.orElseThrow().telemetry(), out);
                out.println(Greeting.of(status.orElseThrow()));
                return;
            }
            String progress = status.map(PlatformStatus::progress).orElse("");
            if (!progress.isEmpty() && !progress.equals(told)) {
                out.println(progress);
                told = progress;
            }
            process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        throw new ControlException(failure(process));
    }

    /** A process that hangs up is stopping: why, it says in its log. */
    private static Optional<PlatformStatus> status(ControlClient client) {
        try {
            return Optional.of(client.status());
        } catch (ControlException lost) {
            if (lost.getCause() instanceof IOException) {
                return Optional.empty();
            }
            throw lost;
        }
    }

    private Process spawn(List<String> words) {
        Path cli = checkout.root().resolve("local/cli");
        List<String> command = new ArrayList<>(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "highlands",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + cli.resolve("jvm.options")));
        String cache = System.getProperty(CACHE_PROPERTY, "");
        if (!cache.isEmpty()) {
            command.addAll(List.of("-XX:AOTCache=" + cache, "-D" + CACHE_PROPERTY + "=" + cache));
        }
        String environments = System.getProperty(Checkout.ENVIRONMENTS_PROPERTY, "");
        if (!environments.isEmpty()) {
            command.add("-D" + Checkout.ENVIRONMENTS_PROPERTY + "=" + environments);
        }
        command.addAll(List.of(
                "-D" + Checkout.ROOT_PROPERTY + "=" + checkout.root(),
                "-D" + Checkout.STATE_PROPERTY + "=" + checkout.state().root(),
                "-cp", System.getProperty("java.class.path"), Highlands.class.getName()));
        words.stream().filter(word -> !word.equals("-d") && !word.equals("--detach")).forEach(command::add);
        File log = checkout.state().processLog().toFile();
        try {
            keepPrevious();
            return new ProcessBuilder(command).redirectInput(new File("/dev/null")).redirectOutput(log)
                    .redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new ControlException("the background process could not be started: " + e.getMessage(), e);
        }
    }

    /** What the run before wrote may say why it ended. */
    private void keepPrevious() throws IOException {
        if (Files.exists(checkout.state().processLog())) {
            Files.move(checkout.state().processLog(), checkout.state().previousProcessLog(),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String failure(Process process) {
        return EndedPlatform.find(checkout.state()).map(EndedPlatform::words)
                .or(() -> LocalLog.lastLine(checkout.state())).orElseGet(
                        () -> "the background process ended with exit code " + process.exitValue() + " without a word");
    }
}
