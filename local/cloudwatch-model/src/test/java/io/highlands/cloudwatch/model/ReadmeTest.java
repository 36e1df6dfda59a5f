// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.highlands.cloudwatch.model.alarm.AlarmInput;
import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.Comparison;
import io.highlands.cloudwatch.model.alarm.CompositeAlarm;
import io.highlands.cloudwatch.model.alarm.MetricAlarm;
import io.highlands.cloudwatch.model.alarm.MissingData;
import io.highlands.cloudwatch.model.alarm.RecordedMetric;
import io.highlands.cloudwatch.model.alarm.Replay;
import io.highlands.cloudwatch.model.alarm.Timeline;
import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.cloudwatch.model.statistics.Statistic;

import static org.assertj.core.api.Assertions.assertThat;

class ReadmeTest {

    private static final Path TESTS = Path.of("src/test/java");

    @Test
    void theExampleDoesWhatItSays() {
        MetricAlarm alarm = MetricAlarm.when("errors", Comparison.GREATER, 10).forAny(2, 3)
                .treating(MissingData.NOT_BREACHING);
        Range hour = new Range(Instant.parse("2026-01-05T12:00:00Z"), Duration.ofMinutes(1), 60);
        RecordedMetric errors = RecordedMetric.of(TimeSeries.of("errors", hour, 0, 0, 20, 0, 20));

        Timeline timeline = new Replay().add(alarm, AlarmInput.of(Statistic.parse("Sum"), errors))
                .add(CompositeAlarm.of("page", "ALARM(errors)")).between(hour.start(), hour.end());

        assertThat(timeline.first("page", AlarmState.ALARM)).contains(Instant.parse("2026-01-05T12:05:00Z"));
        assertThat(timeline.fired()).containsExactly("errors", "page");
    }

    @Test
    void theExampleIsTheOneAbove() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String example = readme.substring(readme.indexOf("```java") + 7);
        String test = Files.readString(TESTS.resolve("io/highlands/cloudwatch/model/ReadmeTest.java"));

        assertThat(withoutSpace(test)).contains(withoutSpace(example.substring(0, example.indexOf("```"))));
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s", "");
    }

    @Test
    void theTableNamesEveryTestAndNoOther() throws IOException {
        List<String> named = Pattern.compile("`(\\w+Test)`").matcher(Files.readString(Path.of("README.md"))).results()
                .map((MatchResult match) -> match.group(1)).toList();
        try (Stream<Path> files = Files.walk(TESTS)) {
            assertThat(named).containsExactlyInAnyOrderElementsOf(
                    files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith("Test.java"))
                            .map(name -> name.replace(".java", "")).toList());
        }
    }
}
