// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Distribution;
import io.highlands.local.aws.ApiKit;
import io.highlands.local.store.Sample;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Published data of an hour at time scale 6, a minute of AWS every ten seconds, evaluated as CloudWatch does: a data point
 * covers its period and is evaluated at its end (CloudWatch user guide, alarm-evaluation).
 */
class AlarmHistoryTest {

    private static final Path LOCAL = Tale.OUT.resolve("local");
    private static final String ALARM = "no-healthy-host-service-b";
    private static final MetricName HOSTS = Tale.metric("AWS/ApplicationELB HealthyHostCount "
            + "LoadBalancer={load_balancer} TargetGroup={targets_of_service-b}");
    private static final int SCALE = 6;
    private static final int STEP = 10;

    @TempDir
    private Path folder;
    private final Instant start = Instant.ofEpochSecond(Instant.now().getEpochSecond() / 60 * 60 - 3600);

    @Test
    void anotherThresholdFiresWhereTheOneThatIsThereDoesNot() throws IOException {
        assertThat(compare(hosts(0, 30, 2), hosts(30, 50, 1), hosts(50, 80, 2))).containsExactly(
                new AlarmComparison(ALARM, Optional.empty(), Optional.of(new AlarmPeriod(start.plusSeconds(310),
                        Optional.of(start.plusSeconds(510)), true))));
    }

    @Test
    void whatFiresWithBothIsOneRow() throws IOException {
        assertThat(compare(hosts(0, 30, 2), hosts(30, 40, 1), hosts(40, 80, 0))).containsExactly(
                new AlarmComparison(ALARM,
                        Optional.of(new AlarmPeriod(start.plusSeconds(410), Optional.empty(), true)),
                        Optional.of(new AlarmPeriod(start.plusSeconds(310), Optional.empty(), true))));
    }

    /** Missing data are breaching for this alarm, and a platform that is down publishes nothing. */
    @Test
    void timeInWhichThePlatformWasDownFiresNothing() throws IOException {
        assertThat(compare(hosts(0, 30, 2), hosts(120, 150, 2))).isEmpty();
    }

    @SafeVarargs
    private List<AlarmComparison> compare(List<Sample>... samples) throws IOException {
        try (ApiKit kit = new ApiKit(folder.resolve("store"))) {
            for (List<Sample> each : samples) {
                kit.published(each);
            }
            AlarmHistory history = AlarmHistory.read(URI.create("http://127.0.0.1:" + kit.port()), LOCAL,
                    changed(), start, start.plusSeconds(1600), SCALE);
            assertThat(history.isEmpty()).isFalse();
            return history.compare().stream().filter(row -> row.alarm().equals(ALARM)).toList();
        }
    }

    private List<Sample> hosts(int from, int to, int count) {
        MetricName name = DeployedAlarms.read(LOCAL).roles().name(HOSTS);
        List<Sample> samples = new ArrayList<>();
        for (int step = from; step < to; step++) {
            samples.add(new Sample(name, start.plusSeconds((long) step * STEP), Distribution.of(count), "Count", 1));
        }
        return samples;
    }

    /** The same environment, whose alarms want two healthy targets. */
    private Path changed() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("local"));
        try (Stream<Path> files = Files.list(LOCAL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Path template = copy.resolve("highlands-local-observability.template.json");
        String text = Files.readString(template);
        assertThat(text).contains("\"Threshold\": 1,\n    \"TreatMissingData\": \"breaching\"");
        Files.writeString(template, text.replace("\"Threshold\": 1,\n    \"TreatMissingData\": \"breaching\"",
                "\"Threshold\": 2,\n    \"TreatMissingData\": \"breaching\""));
        return copy;
    }
}
