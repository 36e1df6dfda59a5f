// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.cloudwatch.alarms.AlarmDefinition;
import io.highlands.local.cloudwatch.alarms.AlarmQuery;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.Watched;
import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.RunbookFolder;

import static org.assertj.core.api.Assertions.assertThat;

/** What real rehearsals recorded fires prod's alarms, and no longer does when an alarm is broken. */
class BrokenReplaysTest {

    private static final Path RECORDINGS = Path.of("src/test/resources/recordings");
    private static final DeployedAlarms PROD = DeployedAlarms.read(Tale.OUT.resolve("prod"));
    private static final String EDGE = "highlands-prod-edge-latency-service-b-service-c";
    /** Kinds that are so far beyond their threshold, or so far beyond twice of it, that it makes no difference to them. */
    private static final List<String> BEYOND = List.of("no-healthy-host", "tasks-below-desired", "edge-errors",
            "availability-burn-fast", "availability-burn-slow", "proxy-made-errors", "deployment-guard", "saturation",
            "latency-slo");

    /** How the alarms of a kind are broken. */
    private record Mutation(String what, String kind, UnaryOperator<MetricAlarmDefinition> breaking) {

        DeployedAlarms apply(DeployedAlarms deployed) {
            return deployed.with(deployed.alarms().stream().map(this::apply).toList());
        }

        private AlarmDefinition apply(AlarmDefinition alarm) {
            return alarm instanceof MetricAlarmDefinition metric && alarm.name().startsWith("highlands-prod-" + kind)
                    ? breaking.apply(metric)
                    : alarm;
        }

        @Override
        public String toString() {
            return what + " of " + kind;
        }
    }

    private static List<String> kinds() throws IOException {
        try (Stream<Path> files = Files.list(RECORDINGS)) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList();
        }
    }

    private static Stream<Mutation> mutations() throws IOException {
        return kinds().stream().flatMap(kind -> Stream.concat(
                Stream.of(new Mutation("wrong dimension", kind, BrokenReplaysTest::elsewhere)),
                BEYOND.contains(kind)
                        ? Stream.empty()
                        : Stream.of(new Mutation("threshold doubled", kind, BrokenReplaysTest::doubled))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatWasRecordedFiresProdsAlarmAndAllOthersOfItsKind(String kind) {
        assertThat(replay(kind, PROD).failures()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void replayFailsWith(Mutation mutation) {
        assertThat(replay(mutation.kind(), mutation.apply(PROD)).failures()).isNotEmpty()
                .allMatch(line -> line.startsWith("highlands-prod-" + mutation.kind()));
    }

    /** A percentile of several steps cannot be told from their percentiles (Amazon CloudWatch concepts, "Percentiles"). */
    @Test
    void alarmsOnPercentilesAreLeftOutByNameAndTheOthersAreReplayed() {
        DeployedAlarms changed = onPercentile(EDGE + "-mean");

        assertThat(changed.untold()).extracting(AlarmDefinition::name).containsExactlyInAnyOrder(EDGE + "-mean", EDGE);
        assertThat(replay("no-healthy-host", changed).failures()).isEmpty();
        assertThat(replay("edge-latency", changed).verdicts()).anySatisfy(verdict -> assertThat(verdict.line())
                .startsWith(EDGE + " does not fire").contains("not replayed: a percentile"));
    }

    /** A suppressor holds actions back, and decides no state: those that it would hold back are replayed. */
    @Test
    void alarmsWhoseSuppressorNamesAPercentileAreReplayedWithoutIt() {
        DeployedAlarms changed = onPercentile("highlands-prod-no-healthy-host-service-a");

        assertThat(changed.untold()).extracting(AlarmDefinition::name)
                .containsExactlyInAnyOrder("highlands-prod-no-healthy-host-service-a", "highlands-prod-page-standing");
        assertThat(replay("edge-latency", changed).failures()).isEmpty();
    }

    private static DeployedAlarms onPercentile(String name) {
        return PROD.with(PROD.alarms().stream().map(alarm -> alarm.name().equals(name)
                ? onPercentile((MetricAlarmDefinition) alarm)
                : alarm).toList());
    }

    private static MetricAlarmDefinition onPercentile(MetricAlarmDefinition alarm) {
        Watched.Metric metric = (Watched.Metric) alarm.watched();
        return changed(alarm, new Watched.Metric(metric.metric(), "p99", metric.period(), metric.unit()),
                alarm.threshold());
    }

    private static ReplayReport replay(String kind, DeployedAlarms deployed) {
        return new Replays(deployed).replay(RecordingFile.read(RECORDINGS.resolve(kind + ".json")),
                expectation(kind));
    }

    private static Expectation expectation(String kind) {
        Runbook page = new RunbookFolder(Path.of("../../runbooks")).find(kind).orElseThrow();
        return new Expectation(kind, page.front().expects(), page.front().rehearsal().orElseThrow().firesWithin());
    }

    private static MetricAlarmDefinition doubled(MetricAlarmDefinition alarm) {
        return changed(alarm, alarm.watched(), 2 * alarm.threshold());
    }

    private static MetricAlarmDefinition elsewhere(MetricAlarmDefinition alarm) {
        return changed(alarm, switch (alarm.watched()) {
            case Watched.Metric metric -> elsewhere(metric);
            case Watched.Math math -> new Watched.Math(math.queries().stream()
                    .map(query -> new AlarmQuery(query.id(), query.metric().map(BrokenReplaysTest::elsewhere),
                            query.expression(), query.label(), query.returnData()))
                    .toList(), math.period());
        }, alarm.threshold());
    }

    private static Watched.Metric elsewhere(Watched.Metric metric) {
        MetricName name = metric.metric();
        Map<String, String> dimensions = new HashMap<>(name.dimensions());
        dimensions.replaceAll((dimension, value) -> "other");
        return new Watched.Metric(new MetricName(name.namespace(),
                dimensions.isEmpty() ? name.name() + ".other" : name.name(), dimensions), metric.statistic(),
                metric.period(), metric.unit());
    }

    private static MetricAlarmDefinition changed(MetricAlarmDefinition alarm, Watched watched, double threshold) {
        return new MetricAlarmDefinition(alarm.name(), alarm.description(), alarm.actions(), alarm.origin(), watched,
                alarm.comparison(), threshold, alarm.evaluationPeriods(), alarm.datapointsToAlarm(),
                alarm.treatMissingData(), alarm.lowSampleCount());
    }
}
