// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.highlands.local.runbook.RehearsalSpec;
import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.Sections;
import io.highlands.local.runbook.Step;

import static org.assertj.core.api.Assertions.assertThat;

/** The repository's pages, rehearsed with what the platform once answered: they hold, and broken on purpose they do not. */
class BrokenPagesTest {

    private static final String NEVER = "no answer says this";

    private static Stream<String> kinds() {
        return Transcripts.kinds().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void pageHoldsWithWhatThePlatformAnswered(String kind) {
        assertThat(rehearse(kind, Transcripts.text(kind), true).failures()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void wrongSickPatternIsNamedWithItsStep(String kind) {
        for (String name : spec(kind).sick()) {
            Step step = Transcripts.page(kind).step(name).orElseThrow();
            String broken = replacedBelow(Transcripts.text(kind), step, step.sick().orElseThrow());

            assertThat(rehearse(kind, broken, true).failures()).singleElement().asString()
                    .startsWith(
                            "diagnosis, sick: step '" + name + "' (" + kind + ".md:" + step.line() + ") is neither");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void wrongHealthyPatternIsNamedWithItsStep(String kind) {
        for (Step step : Transcripts.page(kind).steps(Sections.DIAGNOSIS)) {
            if (step.healthy().isPresent() && !step.isAwsOnly()) {
                String broken = replacedBelow(Transcripts.text(kind), step, step.healthy().orElseThrow());

                assertThat(rehearse(kind, broken, true).failures()).isNotEmpty().allMatch(
                        line -> line.contains("step '" + step.name() + "' (" + kind + ".md:" + step.line() + ")"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void otherCommandIsNamedWithItsStep(String kind) {
        List<Step> diagnosis = Transcripts.page(kind).steps(Sections.DIAGNOSIS);
        Step step = diagnosis.stream().filter(one -> !one.isAwsOnly() && one.healthy().isPresent()).findFirst()
                .orElseThrow();
        String first = step.command().lines().findFirst().orElseThrow();
        String broken = Transcripts.text(kind).replace(first, first + " --dry-run");

        assertThat(rehearse(kind, broken, true).failures()).isNotEmpty()
                .anyMatch(line -> line.contains("step '" + step.name() + "'") && line.contains("failed"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void mitigationThatDoesNothingIsSaid(String kind) {
        if (!spec(kind).virtual()) {
            assertThat(rehearse(kind, Transcripts.text(kind), false).failures())
                    .anyMatch(line -> line.startsWith("recovery: "));
        }
    }

    private static RehearsalSpec spec(String kind) {
        return Transcripts.page(kind).front().rehearsal().orElseThrow();
    }

    /** The page with another pattern in the first place below a step where it stands. */
    private static String replacedBelow(String text, Step step, Pattern pattern) {
        int fence = text.indexOf("{ name=" + step.name() + " }");
        int place = text.indexOf("`" + pattern.pattern() + "`", fence);
        assertThat(place).as("the pattern of " + step.name()).isPositive();
        return text.substring(0, place) + "`" + NEVER + "`" + text.substring(place + pattern.pattern().length() + 2);
    }

    private static Result rehearse(String kind, String text, boolean mitigates) {
        Transcripts target = new Transcripts(kind);
        target.mitigates = mitigates;
        return new Rehearsal(target, "local", 6, new Pages.Silent(), context -> List.of())
                .of(Runbook.parse(kind, text));
    }
}
