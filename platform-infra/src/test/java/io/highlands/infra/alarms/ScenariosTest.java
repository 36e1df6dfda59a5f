// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.alarms;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.Timeline;

import static org.assertj.core.api.Assertions.assertThat;

/** What is in ALARM in an outage, by the table in the runbooks' README, and what clears after it. */
class ScenariosTest {

    private static final Pattern ALARM = Pattern.compile("`([a-z0-9-]+)`");
    /** Minutes of health, of the fault, and of health again. */
    private static final String GOOD = "60x30 ";
    private static final String AGAIN = " 60x60";

    private final Story story = Normal.tell(new Story("prod"), 120);

    @Test
    void noTaskOfServiceB() {
        tasksOf("service-b", "2x30 0x30 2x60");
        story.with("RequestCount entry", "120x30 60x30 120x60").with("HTTPCode_ELB_503_Count entry", "-x30 60x30 -x60")
                .with("HTTPCode_Target_5XX_Count entry", "-x30 60x30 -x60")
                .with("HTTPCode_Target_2XX_Count entry service-a", GOOD + "-x30" + AGAIN)
                .with("HTTPCode_Target_5XX_Count entry service-a", "-x30 60x30 -x60")
                .with("HTTPCode_Target_2XX_Count entry service-b", GOOD + "-x30" + AGAIN);
        edge("service-a", "service-b");

        standAsTheTableSays("no task of service-b");
    }

    @Test
    void allTasksOfServiceBUnhealthy() {
        story.with("HealthyHostCount entry service-b", "2x30 0x30 2x60")
                .with("telemetry.publish.failures service-b", "0x30 -x30 0x60")
                // The load balancer sends to unhealthy targets when there are no others
                .with("RequestCount entry", "120x120").with("HTTPCode_ELB_503_Count entry", "-x30 60x30 -x60")
                .with("HTTPCode_Target_5XX_Count entry", "-x30 60x30 -x60")
                .with("HTTPCode_Target_5XX_Count entry service-a", "-x30 60x30 -x60");
        edge("service-a", "service-b");

        standAsTheTableSays("all tasks of service-b unhealthy");
    }

    @Test
    void serviceAGoneForGood() {
        tasksOf("service-a", "2x30 0x30 2x60");
        story.with("RequestCount entry", "120x30 60x30 120x60").with("HTTPCode_ELB_503_Count entry", "-x30 60x30 -x60")
                .with("HTTPCode_Target_5XX_Count entry", "-x30 60x30 -x60")
                .with("HTTPCode_Target_5XX_Count entry service-b", "-x30 60x30 -x60");
        edge("service-b", "service-a");

        standAsTheTableSays("service-a gone for good");
    }

    /** No service without a RUNNING task sends anything (ECS developer guide, cloudwatch-container-insights). */
    private void tasksOf(String service, String counts) {
        String published = counts.replace(" 0x", " -x");
        story.with("RunningTaskCount " + service, published).with("DesiredTaskCount " + service, published)
                .with("HealthyHostCount entry " + service, published)
                .with("telemetry.publish.failures " + service, published.replace("2x", "0x"));
    }

    /** Two minutes of failing calls, then an open circuit with few trials, then health. */
    private void edge(String caller, String callee) {
        String edge = caller + " " + callee;
        story.with("http.client.request.duration " + edge, "60@20x30 60@20x2 3@20x28 60@20x60")
                .with("http.client.request.errors " + edge + " 5xx", "0x30 60x2 3x28 0x60")
                .with("http.client.request.rejected " + edge, "0x32 57x28 0x60")
                .with("http.client.circuit.open " + edge, "0x31 1x29 0x60");
    }

    private void standAsTheTableSays(String fault) {
        String[] row = Runbook.index().lines().filter(line -> line.startsWith("| " + fault + " |")).findFirst()
                .orElseThrow().split("\\|");
        Timeline timeline = story.play();

        TreeSet<String> within = new TreeSet<>(story.stoodAt(timeline, Story.minute(36)));
        assertThat(within).as("six minutes into it").containsAll(names(row[2]));
        TreeSet<String> ever = new TreeSet<>(story.stoodBetween(timeline, Story.minute(30), Story.minute(60)));
        ever.removeAll(names(row[2]));
        assertThat(names(row[3])).as("what else stood").containsAll(ever);
        assertThat(story.standing(timeline)).as("an hour after").isEmpty();
        assertThat(story.told(timeline)).as("pages alone are told")
                .allSatisfy(alarm -> assertThat(timeline.states()).containsEntry("highlands-prod-" + alarm,
                        AlarmState.OK));
        assertThat(story.told(timeline)).noneMatch(alarm -> alarm.startsWith("edge-") || alarm.startsWith("tasks-")
                || alarm.startsWith("circuit-"));
    }

    private static List<String> names(String cell) {
        return ALARM.matcher(cell).results().map((MatchResult found) -> found.group(1)).toList();
    }
}
