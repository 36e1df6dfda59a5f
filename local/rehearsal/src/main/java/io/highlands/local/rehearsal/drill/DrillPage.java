// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A drill's report in Markdown: times, truth, the shortest way, cost and score. */
public final class DrillPage {

    private DrillPage() {
    }

    /**
     * Writes the page.
     *
     * @param result what came of the drill
     * @return the page
     */
    public static String of(DrillResult result) {
        DrillPlan plan = result.plan();
        StringBuilder page = new StringBuilder();
        page.append("# Drill: level %d, seed %d%n%n".formatted(plan.level(), plan.seed()));
        page.append("%s in environment `%s`, from %s. **%d points.**%n%n".formatted(
                result.mitigated() ? "Mitigated" : "Given up", result.environment(), result.began(),
                result.score().points()));
        page.append("Run it again: `highlands drill --level %d --seed %d`%n%n".formatted(plan.level(), plan.seed()));
        times(result, page);
        for (int i = 0; i < plan.faults().size(); i++) {
            fault(plan.faults().get(i), result.found().get(i), page);
        }
        plan.deployed().ifPresent(service -> page.append(
                "## Not at fault%n%nThe deployment of `%s` that began with the faults.%n%n".formatted(service)));
        page.append("## Error budget%n%n%s%n%n".formatted(result.budget().map(SpentBudget::words)
                .orElse("Metrics could not be read.")));
        score(result.score(), page);
        page.append("## What happened%n%n".formatted());
        result.moments().forEach(moment -> page.append("- %d s: %s%n".formatted(moment.second(), moment.what())));
        return page.toString();
    }

    private static void times(DrillResult result, StringBuilder page) {
        DrillResult.Times times = result.times();
        page.append("## Times%n%n| from the faults to | seconds |%n|---|---|%n".formatted());
        row("the first alarm" + result.firstAlarm().map(alarm -> ", `" + alarm + "`").orElse(""), times.alarm(), page);
        row("detection: every place found", times.where(), page);
        row("diagnosis: every place and kind found", times.diagnosed(), page);
        row("mitigation: the last fault ended", times.mitigated(), page);
        row("recovery: no alarm in ALARM", times.recovered(), page);
        page.append("%n".formatted());
    }

    private static void row(String what, Optional<Long> seconds, StringBuilder page) {
        page.append("| %s | %s |%n".formatted(what, seconds(seconds)));
    }

    private static String seconds(Optional<Long> seconds) {
        return seconds.map(Object::toString).orElse("-");
    }

    private static void fault(HiddenFault fault, DrillResult.Found found, StringBuilder page) {
        page.append("## Truth: `%s`%n%n".formatted(fault.specification()));
        page.append(
                "Place `%s` (found after %s s), kind `%s` (%s s), mitigation `%s` (named after %s s); ended after %s s.%n%n"
                        .formatted(fault.where(), seconds(found.where()), fault.kind(), seconds(found.kind()),
                                String.join("`, `", fault.mitigation()), seconds(found.mitigation()),
                                seconds(found.ended())));
        page.append("The shortest way, %d commands of runbook `%s`, from alarm `%s`:%n%n".formatted(
                fault.diagnosis().size() + fault.mitigation().size(), fault.runbook(), fault.alarm()));
        page.append("1. Variables: `%s`%n".formatted(variables(fault.variables())));
        page.append("2. Diagnosis: %s%n".formatted(names(fault.diagnosis())));
        page.append("3. Mitigation: %s%n%n".formatted(names(fault.mitigation())));
    }

    private static String names(List<String> steps) {
        return steps.stream().map(step -> "`" + step + "`").collect(Collectors.joining(", "));
    }

    private static String variables(Map<String, String> variables) {
        return variables.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" "));
    }

    private static void score(Score score, StringBuilder page) {
        page.append(
                "## Score%n%n%d for what was found and ended, less %d for wrong answers, %d for hints, %d for time: %d.%n%n"
                        .formatted(score.found(), score.wrong(), score.hints(), score.late(), score.points()));
        page.append(Score.RULE).append("%n%n".formatted());
    }
}
