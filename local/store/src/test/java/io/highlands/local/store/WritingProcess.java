// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** A process that writes until it is killed: each line that it prints
 * has the time, the number of the last sample that it has put, how many were dropped, how many slices there are, and the
 * problem if there is one. */
final class WritingProcess {

    private static final int LINES = 1_000_000;

    private WritingProcess() {
    }

    /** Arguments: the folder, and how many random bytes each log event has. */
    public static void main(String[] args) throws InterruptedException {
        TelemetryStore store = TelemetryStore.open(StoreOptions.in(Path.of(args[0])));
        byte[] noise = new byte[Integer.parseInt(args[1])];
        try (PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true,
                StandardCharsets.UTF_8)) {
            for (int i = 1; i <= LINES; i++) {
                store.metrics().put(List.of(Sample.of(Telemetry.metric("m"), Instant.now(), i, "None")));
                ThreadLocalRandom.current().nextBytes(noise);
                store.logs().put("g", "s", List.of(
                        new NewLogEvent(Instant.now(), i + Base64.getEncoder().encodeToString(noise))));
                store.spans().put(List.of(Spans.of(i)));
                store.states().put("counter", "last", Integer.toString(i));
                StoreUsage usage = store.usage();
                out.println(System.currentTimeMillis() + " " + i + " " + usage.dropped() + " " + usage.slices() + " "
                        + usage.problem().orElse("-"));
                Thread.sleep(2);
            }
        }
    }

    static Process start(Path folder, int lineLength, Optional<String> shellPrefix) throws IOException {
        return start(folder, folder, lineLength, shellPrefix);
    }

    /** With the native library unpacked elsewhere: it does not fit onto a small disk. */
    static Process start(Path folder, Path temporary, int lineLength, Optional<String> shellPrefix) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m", "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + temporary,
                        "--enable-native-access=ALL-UNNAMED", "-cp",
                        System.getProperty("java.class.path"), WritingProcess.class.getName(), folder.toString(),
                        Integer.toString(lineLength)));
        if (shellPrefix.isPresent()) {
            String java = String.join("' '", command);
            command = List.of("sh", "-c", shellPrefix.get() + "; exec '" + java + "'");
        }
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
