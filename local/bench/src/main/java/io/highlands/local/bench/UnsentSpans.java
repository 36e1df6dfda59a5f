// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the services' agents said in their logs of spans that they could not send. */
record UnsentSpans(Path logs) {

    /** Datadog's tracer, and OpenTelemetry's exporter. */
    private static final Pattern WORDS = Pattern.compile("Error while sending|Failed to export");

    /** To the second, in UTC: the part that the times of both agents begin with. */
    private static final int SECONDS = "2026-01-01T00:00:00".length();

    /**
     * Reads the logs.
     *
     * @param since the lines since when
     * @return the agents' own words, each after the name of the log
     */
    List<String> since(Instant since) throws IOException {
        try (Stream<Path> files = Files.walk(logs)) {
            return files.filter(Files::isRegularFile).flatMap(file -> in(file, since.toString())).toList();
        }
    }

    private static Stream<String> in(Path file, String since) {
        try {
            return Files.readAllLines(file).stream().filter(WORDS.asPredicate()).map(UnsentSpans::json)
                    .filter(line -> time(line).compareTo(since.substring(0, SECONDS)) >= 0)
                    .map(line -> file.getFileName() + ": " + line.path("message").asString(""));
        } catch (IOException rotated) {
            return Stream.of();
        }
    }

    private static String time(JsonNode line) {
        String time = line.path("date").asString(line.path("time").asString(""));
        return time.length() < SECONDS ? "" : time.substring(0, SECONDS);
    }

    private static JsonNode json(String line) {
        try {
            return JsonMapper.shared().readTree(line);
        } catch (JacksonException text) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
