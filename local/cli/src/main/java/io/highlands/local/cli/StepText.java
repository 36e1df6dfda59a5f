// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;

import io.highlands.local.control.message.RunbookStepResult;
import io.highlands.local.rehearsal.StepRun;
import io.highlands.local.runbook.Instance;
import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.Step;

/** A step that was run, for a terminal and for programs. */
final class StepText {

    /** Characters of an output that are shown: its beginning and its end, as much of each. */
    private static final int MAX_OUTPUT = 8_000;

    private StepText() {
    }

    static RunbookStepResult result(Runbook page, StepRun run, Instance instance) {
        Step step = run.step();
        return new RunbookStepResult(page.kind(), step.name(), step.section(), run.at(), instance.pasted(step),
                bounded(run.result().out()), error(run), run.result().exit(), run.result().took().toMillis(),
                run.verdict().words(), step.healthy().map(Pattern::pattern).orElse(""), step.healthyWords(),
                step.sick().map(Pattern::pattern).orElse(""), step.sickWords(), step.next());
    }

    private static String error(StepRun run) {
        return run.step().isAwsOnly() ? run.step().awsOnly() : run.result().good() ? "" : run.result().failure();
    }

    private static String bounded(String output) {
        int half = MAX_OUTPUT / 2;
        return output.length() <= MAX_OUTPUT
                ? output
                : output.substring(0, half) + "\n… " + (output.length() - MAX_OUTPUT) + " characters are left out …\n"
                        + output.substring(output.length() - half);
    }

    static void print(RunbookStepResult result, PrintWriter out) {
        out.println();
        out.println(result.step() + ": " + result.verdict() + (result.error().isEmpty() ? "" : ", " + result.error())
                + " (exit code " + result.exitCode() + ", " + result.millis() + " ms)");
        indented("$ ", result.command(), out);
        indented("", result.output().strip().isEmpty() ? "(printed nothing)" : result.output().stripTrailing(), out);
        pattern("healthy", result.healthy(), result.healthyWords(), out);
        pattern("sick", result.sick(), result.sickWords(), out);
        if (!result.next().isEmpty() && List.of("sick", "neither healthy nor sick").contains(result.verdict())) {
            out.println("  next: " + result.next());
        }
    }

    private static void indented(String first, String text, PrintWriter out) {
        String begin = first;
        for (String line : text.lines().toList()) {
            // What a service logged must not move the cursor of the terminal.
            out.println("    " + begin + line.replaceAll("[\\p{Cntrl}&&[^\t]]", "?"));
            begin = "";
        }
    }

    private static void pattern(String when, String pattern, String words, PrintWriter out) {
        if (!pattern.isEmpty()) {
            out.println("  " + when + " when it prints " + (words.isEmpty() ? "" : words + ": ") + pattern);
        }
    }
}
