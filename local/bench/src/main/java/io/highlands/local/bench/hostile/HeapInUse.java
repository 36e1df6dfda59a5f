// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.highlands.local.control.ControlException;

/** What a JVM's heap holds after a collection, as the JDK's {@code jcmd} tells. */
final class HeapInUse {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private HeapInUse() {
    }

    /**
     * Collects a JVM's garbage and measures what is left.
     *
     * @param pid the process
     * @return MiB
     */
    static double mib(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        return parse(jcmd(pid, "GC.heap_info"));
    }

    /** {@return the sum of the generations in what {@code GC.heap_info} prints of the serial collector, in MiB} */
    static double parse(String printed) {
        double kib = 0;
        for (String line : printed.lines().filter(line -> !line.contains("etaspace") && !line.contains("class space"))
                .toList()) {
            Matcher used = USED.matcher(line);
            if (used.find()) {
                kib += Long.parseLong(used.group(1));
            }
        }
        return kib / 1024;
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid), command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new ControlException("jcmd " + pid + " " + command + " failed: " + printed.strip());
        }
        return printed;
    }
}
