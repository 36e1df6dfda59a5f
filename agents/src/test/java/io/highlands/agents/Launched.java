// SPDX-License-Identifier: Apache-2.0
package io.highlands.agents;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one run of launch did.
 *
 * @param launchPid process that was started
 * @param exitCode its exit code
 * @param lines its standard output
 * @param errors its standard error
 */
record Launched(long launchPid, int exitCode, List<String> lines, List<String> errors) {

    List<String> arguments() {
        return values("argument ").toList();
    }

    Map<String, String> environment() {
        return values("environment ").filter(line -> line.contains("=")).map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, two) -> two));
    }

    /** Lines of launch itself: JSON, as the service writes them. */
    List<String> warnings() {
        return lines.stream().filter(line -> line.startsWith("{") && line.contains("\"level\":\"WARN\"")
                && line.endsWith("\"trace_id\":\"\",\"span_id\":\"\",\"request_id\":\"\"}")).toList();
    }

    String workingDirectory() {
        return values("in ").findFirst().orElseThrow();
    }

    long javaPid() {
        return Long.parseLong(values("pid ").findFirst().orElseThrow());
    }

    private Stream<String> values(String prefix) {
        return lines.stream().filter(line -> line.startsWith(prefix)).map(line -> line.substring(prefix.length()));
    }
}
