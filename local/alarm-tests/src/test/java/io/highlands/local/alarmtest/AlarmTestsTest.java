// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.alarmtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.local.error.UserError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AlarmTestsTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final String GOOD = """
            rule_files: [missing-data.template.json]
            tests:
              - name: one
                input_series:
                  - namespace: Shop
                    metric: Waiting
                    values: 20x9
                alert_rule_test:
                  - eval_time: 5m
                    alertname: both
                    exp_state: ALARM
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void template() throws IOException {
        Files.copy(RESOURCES.resolve("missing-data.template.json"), folder.resolve("missing-data.template.json"));
    }

    @Test
    void alarmsOfATemplateBehaveAsTheTablesOfAwsSay() {
        assertThat(run(RESOURCES.resolve("missing-data.yaml"))).hasSize(5).allSatisfy(
                result -> assertThat(result.failures()).isEmpty());
    }

    @Test
    void failureSaysFileLineAlarmTimeExpectedFoundAndTheValues() throws IOException {
        Path file = write(GOOD.replace("20x9", "5x9"));

        assertThat(run(file)).singleElement().satisfies(result -> assertThat(result.failures()).singleElement()
                .asString().startsWith(file + ":9: both at 5m: expected ALARM, found OK since 0s: ")
                .contains("all-missing is OK (Threshold Crossed: ", "two-missing is OK (Threshold Crossed: ",
                        "5.0 (01/01/70 00:04:00)", "not greater than the threshold (10.0)"));
    }

    /** PutCompositeAlarm: a composite alarm takes its actions when it changes its state. */
    @Test
    void notificationIsExpectedBesideTheState() throws IOException {
        Path file = write(GOOD + "        exp_notified: false\n");

        assertThat(run(file).getFirst().failures()).singleElement().asString()
                .contains("expected that nobody is notified, found the actions of ALARM at 3m");
    }

    @Test
    void valuesStartAtTheStartTimestamp() throws IOException {
        Path file = write(GOOD.replace("name: one", "start_timestamp: 2026-01-05T12:00:00Z").replace("20x9", "5x9"));

        assertThat(run(file).getFirst().failures()).singleElement().asString().contains("05/01/26 12:04:00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "alertname: both | alertname: bot | :10: alertname: there is no alarm 'bot'; allowed: ",
            "metric: Waiting | metric: Waitin | :5: input_series: no alarm watches Shop Waitin {}; allowed: Shop Waiting {}",
            "exp_state: ALARM | exp_state: Alarm | :11: exp_state: 'Alarm' is no state of an alarm; allowed: OK, ALARM",
            "eval_time: 5m | eval_time: 5 min | :9: eval_time: '5 min' is no duration; allowed: such as 30s",
            "eval_time: 5m | eval_time: 900d | :9: eval_time: '900d' is too long; allowed: up to 31d",
            "values: 20x9 | values: 20y9 | :7: values: '20y9' is no value; allowed: such as 5",
            "values: 20x9 | value: 20x9 | :7: the key 'value' is not known here; allowed: namespace, metric",
            "name: one | interval: 0s | :3: interval: '0s' is too short; allowed: a second or more",
            "name: one | start_timestamp: noon | :3: start_timestamp: 'noon' is no moment; allowed: such as 2026",
            "values: 20x9 | values: [1] | :7: values: found a list; allowed: one value",
            "missing-data.template | nothing.template | the template cannot be read: no such file",
            "rule_files: [missing-data.template.json] | evaluation_interval: 1m | found neither environment and rule_files"})
    void whatIsWrongIsSaidWithFileLineAndKey(String right, String wrong, String message) throws IOException {
        Path file = write(GOOD.replace(right, wrong));

        assertThatThrownBy(() -> run(file)).isInstanceOf(UserError.class).hasMessageContaining(message)
                .hasMessageContaining(folder.toString()).hasMessageNotContaining("\n");
    }

    @Test
    void anEnvironmentThatTheFileDoesNotTestIsRefused() throws IOException {
        Path file = write(GOOD);

        assertThatThrownBy(() -> new AlarmTests(environment -> folder, Optional.of("prod")).run(List.of(file)))
                .isInstanceOf(UserError.class).hasMessageContaining(file + ": found rule_files")
                .hasMessageContaining("--env prod");
    }

    /** PutCompositeAlarm: alarms "that are part of a cycle" can be created, and then not be deleted; here no order is right. */
    @Test
    void compositesThatNameEachOtherAreRefusedInOneLine() throws IOException {
        Path template = folder.resolve("missing-data.template.json");
        Files.writeString(template, Files.readString(template).replace("\"Both\": {", """
                "Back": {"Type": "AWS::CloudWatch::CompositeAlarm", "Properties": {"AlarmName": "back", \
                "AlarmRule": "ALARM(\\"both\\")"}},
                    "Both": {""").replace("AND ALARM(\\\"two-missing\\\")", "AND ALARM(\\\"back\\\")"));

        assertThatThrownBy(() -> run(write(GOOD))).isInstanceOf(AlarmTestException.class)
                .hasMessage("the test one: Composite alarms depend on each other in a circle: "
                        + "both -> back -> both");
    }

    /** Prometheus, "Time durations": y is 365 days, w is 7. */
    @ParameterizedTest
    @CsvSource({"1w, 7", "1w2d, 9", "1y, 365", "1y1w1d, 373"})
    void weeksAndYearsAreDurations(String text, long days) {
        assertThat(PromDuration.parse(text)).contains(Duration.ofDays(days));
    }

    @Test
    void aWatchedSeriesIsNotCalledUnwatched() throws IOException {
        Path file = write(GOOD.replace("values: 20x9", "values: 20x9\n        unwatched: true"));

        assertThatThrownBy(() -> run(file)).hasMessageContaining("is watched by an alarm");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("test.yaml"), text);
    }

    private static List<TestResult> run(Path file) {
        return new AlarmTests(environment -> Path.of("none"), Optional.empty()).run(List.of(file)).get(file);
    }
}
