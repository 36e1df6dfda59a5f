// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.cloudwatch.model.search.MetricName;

/**
 * Recordings as files, a series per line. Steps are columns: of each statistic its values in turn, null where nothing was
 * published.
 */
public final class RecordingFile {

    private static final List<String> SET = List.of("count", "sum", "min", "max");
    private static final JsonMapper JSON = JsonMapper.shared();

    private RecordingFile() {
    }

    /**
     * Writes a recording.
     *
     * @param recording the recording
     * @param file the file, replaced if it is there
     * @throws ReplayException in one line, when it cannot be written
     */
    public static void write(Recording recording, Path file) {
        ObjectNode head = JSON.createObjectNode().put("from", recording.from().toString())
                .put("faultAt", recording.faultAt().toString()).put("to", recording.to().toString())
                .put("timeScale", recording.timeScale()).put("stepSeconds", recording.step().toSeconds());
        List<String> lines = new ArrayList<>();
        for (RecordedSeries series : recording.series()) {
            lines.add(JSON.writeValueAsString(line(series)));
        }
        String text = JSON.writeValueAsString(head);
        try {
            Files.writeString(file, text.substring(0, text.length() - 1) + ",\"series\":[\n"
                    + String.join(",\n", lines) + "\n]}\n");
        } catch (IOException e) {
            throw new ReplayException("the recording " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static ObjectNode line(RecordedSeries series) {
        ObjectNode line = JSON.createObjectNode().put("namespace", series.metric().namespace())
                .put("name", series.metric().name());
        ObjectNode dimensions = line.putObject("dimensions");
        new TreeMap<>(series.metric().dimensions()).forEach(dimensions::put);
        TreeSet<String> ranks = new TreeSet<>();
        series.buckets().values().forEach(bucket -> ranks.addAll(bucket.ranks().keySet()));
        List<String> columns = new ArrayList<>(SET);
        columns.addAll(ranks);
        for (String column : columns) {
            ArrayNode values = line.putArray(column);
            for (int step = 0; step <= series.buckets().lastKey(); step++) {
                Bucket bucket = series.buckets().get(step);
                values.add(bucket == null ? null : value(bucket, column));
            }
        }
        return line;
    }

    private static Double value(Bucket bucket, String column) {
        return switch (column) {
            case "count" -> bucket.count();
            case "sum" -> bucket.sum();
            case "min" -> bucket.minimum();
            case "max" -> bucket.maximum();
            default -> bucket.ranks().get(column);
        };
    }

    /**
     * Reads a recording.
     *
     * @param file the file
     * @return the recording
     * @throws ReplayException in one line, when it cannot be read
     */
    public static Recording read(Path file) {
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            return new Recording(Instant.parse(root.path("from").asString()),
                    Instant.parse(root.path("faultAt").asString()), Instant.parse(root.path("to").asString()),
                    root.path("timeScale").asInt(), Duration.ofSeconds(root.path("stepSeconds").asLong()),
                    root.path("series").valueStream().map(RecordingFile::series).toList());
        } catch (IOException | JacksonException | DateTimeException e) {
            throw new ReplayException("the recording " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static RecordedSeries series(JsonNode line) {
        Map<String, String> dimensions = new HashMap<>();
        line.path("dimensions").properties().forEach(entry -> dimensions.put(entry.getKey(),
                entry.getValue().asString()));
        TreeMap<Integer, Bucket> buckets = new TreeMap<>();
        for (int step = 0; step < line.path("count").size(); step++) {
            if (!line.path("count").get(step).isNull()) {
                buckets.put(step, bucket(line, step));
            }
        }
        return new RecordedSeries(
                new MetricName(line.path("namespace").asString(), line.path("name").asString(), dimensions), buckets);
    }

    private static Bucket bucket(JsonNode line, int step) {
        Map<String, Double> ranks = new HashMap<>();
        line.properties().forEach(entry -> {
            if (entry.getValue().isArray() && !SET.contains(entry.getKey()) && !entry.getValue().get(step).isNull()) {
                ranks.put(entry.getKey(), entry.getValue().get(step).asDouble());
            }
        });
        return new Bucket(line.path("count").get(step).asDouble(), line.path("sum").get(step).asDouble(),
                line.path("min").get(step).asDouble(), line.path("max").get(step).asDouble(), ranks);
    }
}
