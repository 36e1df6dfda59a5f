// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.alarmtest;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.search.MetricName;

/**
 * A test file, with the keys of promtool's where they mean the same.
 *
 * @param path the file
 * @param environment the environment whose alarms are tested; empty where {@code templates} are given
 * @param templates CloudFormation templates in JSON, or cloud assemblies, whose alarms are tested
 * @param tests its tests, at least one
 * @see <a href="https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/">Unit testing for rules</a>
 */
public record AlarmTestFile(Path path, Optional<String> environment, List<Path> templates, List<AlarmTest> tests) {

    private static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(1);
    private static final Duration MAX_LENGTH = Duration.ofDays(31);

    /** Copies the lists. */
    public AlarmTestFile {
        templates = List.copyOf(templates);
        tests = List.copyOf(tests);
    }

    /**
     * Reads a file.
     *
     * @param path the file
     * @return its tests
     * @throws io.highlands.local.error.UserError in one line with file and line, when anything is wrong
     */
    public static AlarmTestFile read(Path path) {
        YamlPart root = YamlPart.read(path).only("environment", "rule_files", "evaluation_interval", "tests");
        Optional<YamlPart> environment = root.find("environment");
        List<Path> templates = root.find("rule_files").map(YamlPart::list).orElse(List.of()).stream()
                .map(file -> path.toAbsolutePath().resolveSibling(file.text()).normalize()).toList();
        if (environment.isPresent() != templates.isEmpty()) {
            throw root.error("found " + (templates.isEmpty() ? "neither" : "both")
                    + " environment and rule_files; allowed: one of them, which says whose alarms are tested");
        }
        Duration interval = root.find("evaluation_interval").map(AlarmTestFile::interval).orElse(DEFAULT_INTERVAL);
        List<AlarmTest> tests = new ArrayList<>();
        for (YamlPart part : root.require("tests").list()) {
            tests.add(test(part, interval, tests.size() + 1));
        }
        if (tests.isEmpty()) {
            throw root.require("tests").error("there is no test; allowed: at least one");
        }
        return new AlarmTestFile(path, environment.map(YamlPart::text), templates, tests);
    }

    private static AlarmTest test(YamlPart part, Duration standard, int number) {
        part.only("name", "interval", "start_timestamp", "input_series", "alert_rule_test");
        List<ExpectedState> expected = part.require("alert_rule_test").list().stream().map(AlarmTestFile::expected)
                .toList();
        if (expected.isEmpty()) {
            throw part.require("alert_rule_test").error("nothing is expected; allowed: at least one state");
        }
        return new AlarmTest(part.find("name").map(YamlPart::text).orElse("test " + number), part.line(),
                part.find("start_timestamp").map(AlarmTestFile::moment).orElse(Instant.EPOCH),
                part.find("interval").map(AlarmTestFile::interval).orElse(standard),
                series(part.find("input_series").map(YamlPart::list).orElse(List.of())), expected);
    }

    private static List<InputSeries> series(List<YamlPart> parts) {
        Map<MetricName, YamlPart> before = new HashMap<>();
        List<InputSeries> all = new ArrayList<>();
        for (YamlPart part : parts) {
            part.only("namespace", "metric", "dimensions", "values", "unwatched");
            Map<String, String> dimensions = new HashMap<>();
            part.find("dimensions").map(YamlPart::entries).orElse(Map.of())
                    .forEach((name, value) -> dimensions.put(name, value.text()));
            MetricName metric = new MetricName(part.require("namespace").text(), part.require("metric").text(),
                    dimensions);
            YamlPart same = before.put(metric, part);
            if (same != null) {
                throw part.error("the series " + metric.name() + " was given in line " + same.line()
                        + " with the same dimensions; allowed: once in a test");
            }
            YamlPart values = part.require("values");
            all.add(new InputSeries(part, metric, part.find("unwatched").map(YamlPart::flag).orElse(false),
                    SeriesValues.parse(values.text(), values::error)));
        }
        return List.copyOf(all);
    }

    private static ExpectedState expected(YamlPart part) {
        part.only("eval_time", "alertname", "exp_state", "exp_notified");
        YamlPart time = part.require("eval_time");
        Duration after = duration(time);
        if (after.compareTo(MAX_LENGTH) > 0) {
            throw time.error("'" + time.text() + "' is too long; allowed: up to " + PromDuration.text(MAX_LENGTH));
        }
        Optional<AlarmState> state = part.find("exp_state").map(AlarmTestFile::state);
        Optional<Boolean> notified = part.find("exp_notified").map(YamlPart::flag);
        if (state.isEmpty() && notified.isEmpty()) {
            throw part.error("'exp_state' is missing; allowed: exp_state, exp_notified, or both");
        }
        return new ExpectedState(part, after, part.require("alertname").text(), state, notified);
    }

    private static AlarmState state(YamlPart part) {
        return Arrays.stream(AlarmState.values()).filter(state -> state.name().equals(part.text())).findFirst()
                .orElseThrow(() -> part.error("'" + part.text()
                        + "' is no state of an alarm; allowed: OK, ALARM, INSUFFICIENT_DATA"));
    }

    private static Duration interval(YamlPart part) {
        Duration interval = duration(part);
        if (interval.isZero()) {
            throw part.error("'" + part.text() + "' is too short; allowed: a second or more");
        }
        return interval;
    }

    private static Duration duration(YamlPart part) {
        return PromDuration.parse(part.text()).orElseThrow(
                () -> part.error("'" + part.text() + "' is no duration; allowed: such as 30s, 5m, 1h30m, 1d"));
    }

    private static Instant moment(YamlPart part) {
        String text = part.text();
        try {
            return text.matches("\\d{1,10}") ? Instant.ofEpochSecond(Long.parseLong(text)) : Instant.parse(text);
        } catch (DateTimeException e) {
            throw part.error("'" + text
                    + "' is no moment; allowed: such as 2026-01-05T12:00:00Z, or seconds since 1970");
        }
    }
}
