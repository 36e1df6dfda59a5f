// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.mesh;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator wrk, with one thread. */
record Wrk(Path executable) implements LoadGenerator {

    private static final Pattern P50 = Pattern.compile("(?m)^\\s*50%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern P99 = Pattern.compile("(?m)^\\s*99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    static Optional<Wrk> find() {
        return Programs.find("wrk").map(Wrk::new);
    }

    @Override
    public String name() {
        return "wrk";
    }

    @Override
    public Sample run(URI url, int connections, Duration duration) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(executable.toString(), "-t1", "-c" + connections,
                "-d" + duration.toSeconds() + "s", "--latency", url.toString())).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return parse(output);
    }

    /** {@return what wrk's report says} */
    static Sample parse(String output) throws IOException {
        Matcher failed = FAILED.matcher(output);
        if (failed.find()) {
            throw new IOException(failed.group(1) + " requests were not answered with success");
        }
        return new Sample(micros(P50, output), micros(P99, output), Double.parseDouble(find(RATE, output).group(1)));
    }

    private static double micros(Pattern pattern, String output) throws IOException {
        Matcher matcher = find(pattern, output);
        double value = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2)) {
            case "us" -> value;
            case "ms" -> value * 1_000;
            default -> value * 1_000_000;
        };
    }

    private static Matcher find(Pattern pattern, String output) throws IOException {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IOException("wrk said what cannot be read: " + output.strip());
        }
        return matcher;
    }
}
