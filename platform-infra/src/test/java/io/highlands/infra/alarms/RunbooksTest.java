// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.alarms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.highlands.dashboards.cloudwatch.alarm.AlarmKind;
import io.highlands.infra.support.Assembly;

import static org.assertj.core.api.Assertions.assertThat;

/** Alarm to page, page to dashboard, and back: no link without an end, and no page without an alarm. */
class RunbooksTest {

    private static Stream<Runbook> pages() {
        return Runbook.ofAlarms().stream();
    }

    @Test
    void everyKindOfAlarmHasItsPageAndEveryPageItsKind() {
        assertThat(Runbook.ofAlarms()).extracting(Runbook::name).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(AlarmKind.values()).map(AlarmKind::id).toList());
    }

    @Test
    void everyKindIsDeployedSomewhere() {
        assertThat(TemplateAlarms.ofAllEnvironments().flatMap(TemplateAlarms::toRespondTo)
                .map(alarm -> TemplateAlarms.tag(alarm, "highlands:alarm")).collect(Collectors.toSet()))
                .isEqualTo(Arrays.stream(AlarmKind.values()).map(AlarmKind::id).collect(Collectors.toSet()));
    }

    @Test
    void indexListsEveryPageAndWhomItTells() {
        assertThat(Runbook.ofAlarms()).allSatisfy(page -> {
            String whom = "guard".equals(page.front().get("severity"))
                    ? "nobody"
                    : (String) page.front().get("severity");
            assertThat(Runbook.index()).contains("| [%1$s](%1$s.md) | %2$s |".formatted(page.name(), whom));
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void frontMatterAgreesWithTheAlarm(Runbook page) {
        AlarmKind kind = AlarmKind.valueOf(page.name().toUpperCase(Locale.ROOT).replace('-', '_'));

        assertThat(page.front()).containsOnlyKeys("alarm", "severity", "owner", "dashboard", "rehearsal", "expects",
                "may-also-fire").containsEntry("alarm", kind.id()).containsEntry("severity", kind.severity().word());
        assertThat((String) page.front().get("owner")).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageNamesTheDashboardThatItsAlarmsName(Runbook page) {
        List<String> dashboards = TemplateAlarms.ofAllEnvironments()
                .flatMap(alarms -> alarms.toRespondTo()
                        .filter(alarm -> page.name().equals(TemplateAlarms.tag(alarm, "highlands:alarm")))
                        .map(alarm -> alarm.get("AlarmDescription").asString().split("Dashboard: highlands-"
                                + alarms.environment() + "-")[1].replaceAll("-[a-z]$", "")))
                .distinct().toList();

        assertThat(dashboards).containsExactly((String) page.front().get("dashboard"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void rehearsalExpectsAlarmsThatThereAreItsOwnFirst(Runbook page) {
        Set<String> there = TemplateAlarms.ofAllEnvironments()
                .flatMap(alarms -> alarms.toRespondTo().map(TemplateAlarms::name))
                .map(name -> name.split("-", 3)[2]).collect(Collectors.toSet());

        assertThat(there).containsAll(page.alarms("expects")).containsAll(page.alarms("may-also-fire"));
        assertThat(page.alarms("expects")).anyMatch(alarm -> alarm.startsWith(page.name()));
        assertThat(page.alarms("expects")).doesNotContainAnyElementsOf(page.alarms("may-also-fire").isEmpty()
                ? List.of("none")
                : page.alarms("may-also-fire"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageSaysWhatItMeansWhatToDoAndHowItIsRehearsed(Runbook page) {
        assertThat(page.text().lines().filter(line -> line.startsWith("## "))).containsExactly("## Meaning",
                "## Impact", "## First look", "## Diagnosis", "## Mitigation", "## Verification", "## Escalate",
                "## Rehearse");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void queriesThatPagesNameAreSaved(Runbook page) {
        var saved = Assembly.of("local").all("observability", "AWS::Logs::QueryDefinition")
                .stream().map(query -> query.get("Name").asString().replace("highlands/local/", "")).toList();

        Pattern.compile("[Ss]aved quer(?:y|ies) ((?:`[^`]+`(?: and )?)+)").matcher(page.text())
                .results().flatMap(found -> Arrays.stream(found.group(1).split(" and ")))
                .forEach(query -> assertThat(saved).contains(query.replace("`", "").strip()));
    }
}
