// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

import io.highlands.local.logs.insights.QueryAnswer;

/**
 * Draws the answers of Logs Insights queries: over time, one series per number and group; as bars or a pie, one per row and
 * number.
 */
final class LogCharts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private LogCharts() {
    }

    static LogData data(LogWidget widget, TimeWindow window, QueryAnswer answer) {
        List<List<String>> rows = answer.rows().stream()
                .map(row -> row.stream().map(value -> value == null ? "" : value).toList()).toList();
        Optional<ChartData> chart = widget.view() == View.TABLE
                ? Optional.empty()
                : Optional.of(new ChartData(window, series(answer, rows, widget.view()), List.of(), List.of(),
                        List.of()));
        return new LogData(answer.fields(), rows, chart, answer.matched());
    }

    private static List<Series> series(QueryAnswer answer, List<List<String>> rows, View view) {
        int time = answer.timeField().map(answer.fields()::indexOf).orElse(-1);
        List<Integer> numbers = numbers(answer, rows);
        Map<String, TreeMap<Long, Double>> points = new LinkedHashMap<>();
        for (List<String> row : rows) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                if (i != time && !numbers.contains(i)) {
                    names.add(row.get(i));
                }
            }
            for (int column : numbers) {
                if (!row.get(column).isEmpty()) {
                    String label = label(names, answer.fields().get(column), numbers.size());
                    points.computeIfAbsent(label, key -> new TreeMap<>()).put(seconds(row, time),
                            Double.parseDouble(row.get(column)));
                }
            }
        }
        Palette palette = new Palette();
        return points.entrySet().stream().map(entry -> series(entry.getKey(), entry.getValue(), palette.next(),
                view == View.TIME_SERIES ? answer.binSeconds() : 0)).toList();
    }

    private static String label(List<String> names, String field, int numbers) {
        if (names.isEmpty()) {
            return field;
        }
        return String.join(" ", names) + (numbers > 1 ? " " + field : "");
    }

    private static List<Integer> numbers(QueryAnswer answer, List<List<String>> rows) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < answer.fields().size(); i++) {
            int column = i;
            if (!answer.groups().contains(answer.fields().get(i))
                    && rows.stream().map(row -> row.get(column)).anyMatch(value -> !value.isEmpty())
                    && rows.stream().map(row -> row.get(column)).allMatch(LogCharts::numberOrNothing)) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private static boolean numberOrNothing(String value) {
        return value.isEmpty() || value.matches("-?\\d+(\\.\\d+)?");
    }

    private static long seconds(List<String> row, int time) {
        if (time < 0) {
            return 0;
        }
        try {
            return LocalDateTime.parse(row.get(time), TIME).toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    private static Series series(String label, TreeMap<Long, Double> points, String colour, int period) {
        long[] seconds = points.keySet().stream().mapToLong(Long::longValue).toArray();
        double[] values = points.values().stream().mapToDouble(Double::doubleValue).toArray();
        return new Series(label, label, colour, Side.LEFT, "", seconds, values, period,
                OptionalDouble.of(values[values.length - 1]));
    }
}
