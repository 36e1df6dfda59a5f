// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.alarm;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.Comparison;
import io.highlands.cloudwatch.model.alarm.CompositeRule;
import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Aggregation;
import io.highlands.local.cloudwatch.alarms.AlarmActions;
import io.highlands.local.cloudwatch.alarms.AlarmOptions;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.CompositeAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.InMemoryAlarms;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.Origin;
import io.highlands.local.cloudwatch.alarms.Watched;
import io.highlands.local.runbook.RunbookFolder;

import static org.assertj.core.api.Assertions.assertThat;

/** What the list of alarms shows first, and what stands in one row. */
class AlarmListTest {

    private static final AlarmActions PAGE = told("page");
    private static final AlarmActions TICKET = told("ticket");

    private Instant now = Instant.parse("2026-01-05T12:00:15Z");
    private final InstantSource time = () -> now;
    private AlarmService alarms;
    private AlarmList list;

    @BeforeEach
    void someAlarms() {
        alarms = new AlarmService(
                new AlarmOptions("eu-west-1", "000000000000", 1, time.withZone(ZoneOffset.UTC)),
                (metric, unit, statistic) -> (range, at) -> Aggregation.of(range, List.of()), new InMemoryAlarms());
        list = new AlarmList(alarms, new AlarmFacts(alarms, new RunbookFolder(Path.of("none")), "local"));
        metric("cpu", TICKET);
        metric("errors-5m", AlarmActions.NONE);
        metric("errors-1h", AlarmActions.NONE);
        metric("no-host", PAGE);
        composite("errors", "ALARM(\"errors-1h\") AND ALARM(\"errors-5m\")", TICKET);
        composite("page-standing", "ALARM(\"no-host\")", AlarmActions.NONE);
    }

    @AfterEach
    void close() {
        alarms.close();
    }

    @Test
    void aCompositeAlarmAndTheAlarmsItIsMadeOfAreOneRow() {
        assertThat(list.find(AlarmChoice.ALL)).filteredOn(group -> group.alarm().name().equals("errors"))
                .singleElement().satisfies(group -> assertThat(group.parts()).extracting(part -> part.name())
                        .containsExactly("errors-1h", "errors-5m"));
        assertThat(names(AlarmChoice.ALL)).containsExactlyInAnyOrder("cpu", "errors", "no-host", "page-standing");
    }

    /** An alarm that is a part of a part is in no row of its own, and must not be in none. */
    @Test
    void whatAPartIsMadeOfIsInTheSameRow() {
        metric("leaf", AlarmActions.NONE);
        composite("middle", "ALARM(\"leaf\")", AlarmActions.NONE);
        composite("top", "ALARM(\"middle\")", TICKET);

        assertThat(list.find(AlarmChoice.ALL)).filteredOn(group -> group.alarm().name().equals("top"))
                .singleElement().satisfies(group -> assertThat(group.parts()).extracting(part -> part.name())
                        .containsExactly("leaf", "middle"));
        assertThat(names(AlarmChoice.ALL)).doesNotContain("leaf", "middle");
    }

    @Test
    void thoseInAlarmComeFirstOfThemPageSeverityThenTheNewest() {
        alarm("no-host");
        alarm("cpu");
        alarm("errors");

        assertThat(names(AlarmChoice.ALL)).containsExactly("no-host", "errors", "cpu", "page-standing");
        assertThat(list.counts()).containsEntry(AlarmState.ALARM, 4L);
    }

    @Test
    void stateSeverityAndWordsNarrowTheList() {
        alarm("no-host");

        assertThat(names(new AlarmChoice(Optional.of(AlarmState.ALARM), Optional.empty(), "")))
                .containsExactly("no-host", "page-standing");
        assertThat(names(new AlarmChoice(Optional.empty(), Optional.of("ticket"), ""))).containsExactlyInAnyOrder("cpu",
                "errors");
        assertThat(names(new AlarmChoice(Optional.empty(), Optional.empty(), "Errors 5M"))).containsExactly("errors");
        assertThat(names(new AlarmChoice(Optional.empty(), Optional.empty(), "out of memory"))).isEmpty();
    }

    @Test
    void aRowTellsThresholdUnitStateAndReason() {
        alarm("cpu");

        assertThat(list.table(AlarmChoice.ALL, now).html()).contains("&gt; 80 %", "why cpu", "id=\"alarm-cpu\"");
    }

    /** A topic of the team's own, such as {@code notify.page} of an environment names it, need not say what it is for. */
    @Test
    void severityIsThatOfTheTagWhateverTheTopicIsCalled() {
        metric("tagged",
                new AlarmActions(true, List.of("arn:aws:sns:eu-west-1:000000000000:oncall"), List.of(), List.of(),
                        Optional.of("page")));
        alarm("tagged");

        assertThat(list.table(AlarmChoice.ALL, now).html()).containsPattern("(?s)alarm-tagged.*>page<");
    }

    private void alarm(String name) {
        now = now.plus(Duration.ofMinutes(1));
        alarms.setState(name, AlarmState.ALARM, "why " + name, "");
    }

    private List<String> names(AlarmChoice choice) {
        return list.find(choice).stream().map(group -> group.alarm().name()).toList();
    }

    private void metric(String name, AlarmActions actions) {
        alarms.putMetricAlarm(new MetricAlarmDefinition(name, "", actions, Origin.API,
                new Watched.Metric(new MetricName("AWS/ECS", "CPUUtilization", Map.of("ServiceName", "a")), "Average",
                        Duration.ofMinutes(1), Optional.empty()),
                Comparison.GREATER, 80, 1, OptionalInt.empty(), Optional.empty(), Optional.empty()));
    }

    private void composite(String name, String rule, AlarmActions actions) {
        alarms.putComposite(new CompositeAlarmDefinition(name, "", actions, Origin.API, CompositeRule.parse(rule),
                Optional.empty()));
    }

    private static AlarmActions told(String topic) {
        return new AlarmActions(true, List.of("arn:aws:sns:eu-west-1:000000000000:" + topic), List.of(), List.of());
    }
}
