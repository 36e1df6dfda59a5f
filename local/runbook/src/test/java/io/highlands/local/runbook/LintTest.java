// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.local.runbook.DeclaredAlarms.Alarm;

import static org.assertj.core.api.Assertions.assertThat;

/** A small page that is whole, and then each mistake in it alone. */
class LintTest {

    private static final String PAGE = """
            ---
            alarm: few
            severity: page
            owner: platform
            dashboard: service
            rehearsal:
              fault: zero-tasks service-b
              with: {SERVICE: service-b}
              sick: [tasks]
              mitigation: [more]
              fires-within: 5m
              clears-within: 5m
              fis: local mode only, it is
            expects: [few-service-b]
            may-also-fire: [few-service-c]
            ---
            # Few
            ## Meaning
            m
            ## Impact
            i
            ## First look
            ```sh { name=variables }
            export HIGHLANDS_ENV=prod SERVICE=service-b
            ```
            ## Diagnosis
            ```sh { name=tasks }
            aws ecs describe-services --services "$SERVICE"
            ```
            - healthy: `^1`
            - sick: `^0`
            - next: the [job](job.md)
            ## Mitigation
            ```sh { name=more }
            aws ecs update-service
            ```
            - effect: more
            - risk: none
            - undo: less of it
            ## Verification
            ```sh { name=again }
            aws cloudwatch describe-alarms
            ```
            - healthy: `OK`
            - within: 5m
            ## Escalate
            e
            ## Rehearse
            ```text
            highlands fault inject zero-tasks service-b
            highlands rehearse few
            ```
            """;

    private static final String JOB = """
            ---
            routine: true
            owner: platform
            ---
            # Job
            ## First look
            ```sh { name=variables }
            export HIGHLANDS_ENV=prod
            ```
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void pages() throws IOException {
        Files.writeString(folder.resolve("few.md"), PAGE);
        Files.writeString(folder.resolve("job.md"), JOB);
        Files.writeString(folder.resolve("README.md"), "[few](few.md) [job](job.md)\n");
    }

    @Test
    void wholePageHasNoMistakes() {
        assertThat(mistakes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "describe-services|describe-service|27: tasks: local mode does not serve 'aws ecs describe-service'",
            "- undo: less of it|- undo: undo-more|34: more: undo names the command undo-more, which is not there",
            "- risk: none||34: more: lacks '- risk:'",
            "- sick: `^0`|- sick: `^1`|27: tasks: healthy and sick are the same pattern",
            "- sick: `^0`||27: tasks: lacks '- sick:'",
            "- within: 5m||41: again: lacks '- within:'",
            "name=again|name=more|41: a second command named more",
            "(job.md)|(jobs.md)|32: the link to 'jobs.md' leads nowhere",
            "## Impact|## Effects|1: its sections are Meaning, Effects,",
            "'## Escalate\ne'|## Escalate|46: nothing stands below 'Escalate'",
            "sick: [tasks]|sick: [task]|1: rehearsal.sick names 'task', which is no command of 'Diagnosis'",
            "mitigation: [more]|mitigation: []|1: rehearsal.mitigation is empty",
            "fault: zero-tasks|fault: no-tasks|1: no such fault",
            "with: {SERVICE: service-b}|with: {}|1: rehearsal.with and HIGHLANDS_ENV are [HIGHLANDS_ENV]",
            "expects: [few-service-b]|expects: [few-service-x]|1: no environment declares an alarm few-service-x",
            "expects: [few-service-b]|expects: [few-service-c]|1: few-service-c is expected twice",
            "severity: page|severity: ticket|3: severity is 'ticket'; the alarms say page",
            "dashboard: service|dashboard: mesh|5: dashboard is 'mesh'; the alarm few-service-b names service-b",
            "alarm: few|alarm: fewer|2: alarm is 'fewer'; a page is named like its kind, few",
            "\"$SERVICE\"|\"$SERVICES\"|27: tasks: uses $SERVICES, which the command variables does not set",
            "\"$SERVICE\"|\"$SERVICE|27: tasks: is no POSIX sh: sh: ",
            "update-service|update-service \"$(date -u -d now +%F)\"|34: more: found 'date -u -d', which macOS does not have",
            "update-service|update-service --service service-b|34: more: names service-b; allowed: a variable",
            "update-service|update-service --region us-east-1|34: more: '--region' is the reader's to set",
            "highlands rehearse few|highlands rehearse|1: 'Rehearse' does not say: highlands rehearse few",
            "export HIGHLANDS_ENV=prod|export|1: rehearsal.with and HIGHLANDS_ENV are [HIGHLANDS_ENV, SERVICE]",
            "owner: platform|owners: platform|4: owners is not known",})
    void mistakeIsSaidWithItsLine(String right, String wrong, String said) throws IOException {
        String text = wrong == null ? "" : wrong;
        assertThat(PAGE).contains(right);
        Files.writeString(folder.resolve("few.md"), PAGE.replace(right, text));

        assertThat(mistakes()).anySatisfy(mistake -> assertThat(mistake).startsWith("few.md:" + said));
    }

    @Test
    void alarmWithoutAPageAndPageWithoutAnAlarmAreMistakes() throws IOException {
        Files.move(folder.resolve("few.md"), folder.resolve("many.md"));

        assertThat(mistakes()).contains("few.md:1: there is no page for the alarms of kind few",
                "many.md:2: no environment declares an alarm of kind many; a routine job says routine: true",
                "README.md:1: many.md is not listed");
    }

    @Test
    void operationThatOnlyAwsHasNeedsItsReason() throws IOException {
        String only = PAGE.replace("update-service\n```", "delete-service\n```\n- aws-only: nothing is deleted here");
        Files.writeString(folder.resolve("few.md"), only);
        assertThat(mistakes()).isEmpty();

        Files.writeString(folder.resolve("few.md"), only.replace("delete-service", "update-service"));
        assertThat(mistakes()).containsExactly(
                "few.md:34: more: is said to be aws-only, and local mode serves all of it");
    }

    @Test
    void environmentThatTellsTicketsWhatPagesElsewhereIsNoMistake() {
        assertThat(mistakes("page", "ticket")).isEmpty();
        assertThat(mistakes("ticket", "ticket"))
                .containsExactly("few.md:3: severity is 'page'; the alarms say ticket");
        assertThat(mistakes("page", "guard"))
                .containsExactly("few.md:3: severity is 'page'; the alarms say guard, page");
    }

    private List<String> mistakes() {
        return mistakes("page", "page");
    }

    private List<String> mistakes(String severity, String other) {
        return Lint.of(new RunbookFolder(folder), new LintFacts(
                new DeclaredAlarms(List.of(new Alarm("few-service-b", "few", severity, "service-b"),
                        new Alarm("few-service-c", "few", other, "service-c"))),
                Set.of("ecs:DescribeServices", "ecs:UpdateService", "monitoring:DescribeAlarms"),
                spec -> spec.fault().startsWith("zero") ? Optional.empty() : Optional.of("no such fault"),
                ShellSyntax::problem)).stream().map(Mistake::toString).toList();
    }
}
