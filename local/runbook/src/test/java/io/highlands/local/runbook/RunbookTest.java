// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RunbookTest {

    /** YAML 1.2.2, sections 3.2.2.2 and 10.2; the library's own words named its classes, or its stack overflowed. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"owner: !!int x; not a number: \"x\"",
            "owner: &a [*a]; *a is within what it stands for"})
    void frontMatterThatYamlAllowsAndNobodyCanReadIsRefusedInOneLine(String line, String why) {
        assertThatThrownBy(() -> Runbook.parse("k", "---\n" + line + "\n---\n# T\n"))
                .isInstanceOf(RunbookException.class).hasMessageEndingWith("the front matter is no YAML: " + why);
        assertThatThrownBy(() -> Runbook.parse("k", "---\na: " + "[".repeat(5_000) + "\n---\n# T\n"))
                .hasMessageEndingWith("the front matter is no YAML: it nests deeper than 50 levels");
    }

    private static final String PAGE = """
            ---
            alarm: no-tasks
            severity: page
            owner: platform
            dashboard: service
            rehearsal:
              fault: zero-tasks service-b
              with: {SERVICE: service-b, TASKS: 1}
              sick: [tasks]
              mitigation: [more]
              fires-within: 90s
              clears-within: 2h
              requests-per-second: 4
              needs: tracing
              fis: aws:ecs:stop-task
            expects: [no-tasks-service-b]
            may-also-fire: []
            ---
            # No tasks

            ## First look

            ```sh { name=variables }
            export HIGHLANDS_ENV=prod SERVICE=service-b TASKS=2
            ```

            ## Diagnosis

            1. How many?

               ```sh { name=tasks }
               aws ecs describe-services \\
                 --services "$SERVICE"
               ```

               - healthy: `^1$`
               - sick: `^0$`
               - next: none is wanted,
                 and that is it.

            ## Mitigation

            ### None is wanted

            ```sh { name=more }
            aws ecs update-service
            ```
            - effect: more
            - risk: none
            - undo: undo-more

            - a line that belongs to nothing
            ## Verification
            ```sh {name=again}
            aws ecs list-services
            ```
            - healthy: `a`
            - within: 5m
            - aws-only: no reason
            """;

    private final Runbook page = Runbook.parse("no-tasks", PAGE);

    @Test
    void frontMatterHasAlarmRehearsalAndWhatFires() {
        FrontMatter front = page.front();
        RehearsalSpec rehearsal = front.rehearsal().orElseThrow();

        assertThat(front.alarm()).isEqualTo("no-tasks");
        assertThat(front.expects()).containsExactly("no-tasks-service-b");
        assertThat(front.mayAlsoFire()).isEmpty();
        assertThat(rehearsal.fault()).isEqualTo("zero-tasks service-b");
        assertThat(rehearsal.with()).isEqualTo(Map.of("SERVICE", "service-b", "TASKS", "1"));
        assertThat(rehearsal.firesWithin()).isEqualTo(Duration.ofSeconds(90));
        assertThat(rehearsal.clearsWithin()).isEqualTo(Duration.ofHours(2));
        assertThat(rehearsal.requestsPerSecond()).isEqualTo(4);
        assertThat(rehearsal.needsTracing()).isTrue();
        assertThat(rehearsal.virtual()).isFalse();
    }

    @Test
    void commandLosesTheIndentOfItsListItemAndNothingElse() {
        assertThat(page.step("tasks").orElseThrow().command()).isEqualTo(
                "aws ecs describe-services \\\n  --services \"$SERVICE\"\n");
    }

    @Test
    void linesAfterACommandBelongToIt() {
        Step step = page.step("tasks").orElseThrow();

        assertThat(step.section()).isEqualTo(Sections.DIAGNOSIS);
        assertThat(step.saysHealthy("x\n1\n")).isTrue();
        assertThat(step.saysSick("x\n1\n")).isFalse();
        assertThat(step.next()).isEqualTo("none is wanted, and that is it.");
        assertThat(step.line()).isEqualTo(31);
    }

    @Test
    void mitigationHasItsCause() {
        Step step = page.step("more").orElseThrow();

        assertThat(step.cause()).isEqualTo("None is wanted");
        assertThat(step).extracting(Step::effect, Step::risk, Step::undo).containsExactly("more", "none", "undo-more");
        assertThat(page.steps(Sections.VERIFICATION)).singleElement().satisfies(again -> {
            assertThat(again.cause()).isEmpty();
            assertThat(again.within()).contains(Duration.ofMinutes(5));
            assertThat(again.isAwsOnly()).isTrue();
        });
    }

    @Test
    void variablesHaveTheValuesThatThePageShows() {
        assertThat(page.variables()).containsExactly(Map.entry("HIGHLANDS_ENV", "prod"),
                Map.entry("SERVICE", "service-b"), Map.entry("TASKS", "2"));
    }

    @Test
    void routineJobHasNoAlarm() {
        Runbook job = Runbook.parse("job", "---\nroutine: true\nowner: platform\n---\n# Job\n\n## Do it\n\nNow.\n");

        assertThat(job.front().routine()).isTrue();
        assertThat(job.front().rehearsal()).isEmpty();
        assertThat(job.title()).isEqualTo("Job");
        assertThat(job.text()).startsWith("# Job");
    }

    @Test
    void sectionEndsAtTheNextHeadingAndNotAtAShellComment() {
        Runbook job = Runbook.parse("job",
                "---\nroutine: true\nowner: platform\n---\n# Job\n\n## Do it\n\n```sh { name=do }\n"
                        + "## not a heading\n```\n\n### Part\n\n## Undo it\n");

        assertThat(job.headings()).extracting(Heading::text).containsExactly("Do it", "Undo it");
        assertThat(job.body("Do it").strip()).isEqualTo("```sh { name=do }\n## not a heading\n```\n\n### Part");
        assertThat(job.headings()).extracting(Heading::empty).containsExactly(false, true);
        assertThat(job.body("Meaning")).isEmpty();
    }

    @Test
    void blockThatNeverEndsIsAMistakeWithItsLine() {
        assertThatThrownBy(
                () -> Runbook.parse("job", "---\nroutine: true\nowner: platform\n---\n# Job\n\n```sh { name=do }\n"))
                .isInstanceOf(RunbookException.class)
                .hasMessage("job.md:7: a block that never ends; it ends with a line of ```");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "severity: page|severity: loud|3: severity 'loud'; allowed: page, ticket, guard",
            "fires-within: 90s|fires-within: soon|11: rehearsal.fires-within is 'soon'; allowed: a number of seconds",
            "  sick: [tasks]|  sick: tasks|9: rehearsal.sick is 'tasks'; allowed: a list of names",
            "owner: platform|owner: |4: owner is ''; allowed: words",
            "dashboard: service|graphs: service|5: graphs is not known; allowed: alarm",
            "requests-per-second: 4|requests-per-second: many|13: rehearsal.requests-per-second is 'many'; allowed: 1 to 100",
            "requests-per-second: 4|requests-per-second: 0|13: rehearsal.requests-per-second is '0'; allowed: 1 to 100",
            "needs: tracing|needs: luck|14: rehearsal.needs 'luck'; allowed: tracing",
            "{ name=tasks }|{ tasks }|31: '```sh { tasks }' has no name; allowed: ```sh { name=words-with-dashes }",
            "- sick: `^0$`|- sick: `(`|37: `(` is no pattern: Unclosed group",
            "- sick: `^0$`|- sick: ^0$|37: '^0$' is no pattern; allowed: `REGULAR EXPRESSION`",
            "- sick: `^0$`|- ill: `^0$`|37: 'ill:' after a command is not known; allowed: healthy, sick",
            "- sick: `^0$`|- healthy: `^0$`|37: a second 'healthy:' of the command tasks",
            "- within: 5m|- within: 5|58: '5' is no time; allowed: a number of seconds, minutes or hours",
            "# No tasks|No tasks|1: no title; the page's heading is a line that begins with '# '",})
    void mistakeIsOneLineThatNamesFileAndLine(String right, String wrong, String said) {
        assertThatThrownBy(() -> Runbook.parse("no-tasks", PAGE.replaceFirst(Pattern.quote(right),
                Matcher.quoteReplacement(wrong))))
                .isInstanceOf(RunbookException.class).hasMessageStartingWith("no-tasks.md:" + said)
                .hasMessageNotContaining("\n");
    }

    @Test
    void wordsBehindAPatternSayWhatItMeans() {
        Step step = Runbook.parse("no-tasks", PAGE.replace("- healthy: `^1$`", "- healthy: `^1$` one task"))
                .step("tasks").orElseThrow();

        assertThat(step.healthyWords()).isEqualTo("one task");
        assertThat(step.saysHealthy("1")).isTrue();
        assertThat(step.sickWords()).isEmpty();
    }

    @Test
    void onlyDiagnosisAndVerificationChangeNothing() {
        assertThat(page.steps()).filteredOn(Step::isDiagnosis).extracting(Step::name).containsExactly("tasks");
        assertThat(page.steps()).filteredOn(Step::isChange).extracting(Step::name).containsExactly("more");
        assertThat(page.steps()).filteredOn(Step::isVerification).extracting(Step::name).containsExactly("again");
    }
}
