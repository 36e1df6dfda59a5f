// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.highlands.local.control.message.RunbookStepResult;

import static org.assertj.core.api.Assertions.assertThat;

class StepTextTest {

    private static String printed(String output, String verdict) {
        StringWriter out = new StringWriter();
        StepText.print(new RunbookStepResult("edge-latency", "callee-cpu", "Diagnosis", Instant.EPOCH,
                "export CALLEE=service-c\naws cloudwatch\n", output, "", 0, 812, verdict, "^[0-7]?\\d$",
                "under 80 %", "^[89]\\d$", "80 % or more", "over 80: saturation"), new PrintWriter(out, true));
        return out.toString();
    }

    @Test
    void aResultHasVerdictCommandOutputAndThePatternsInWords() {
        assertThat(printed("93.1\n", "sick")).isEqualTo("""

                callee-cpu: sick (exit code 0, 812 ms)
                    $ export CALLEE=service-c
                    aws cloudwatch
                    93.1
                  healthy when it prints under 80 %: ^[0-7]?\\d$
                  sick when it prints 80 % or more: ^[89]\\d$
                  next: over 80: saturation
                """);
    }

    @Test
    void whereToGoOnIsSaidOnlyWhereSomethingIsFound() {
        assertThat(printed("12.0\n", "healthy")).doesNotContain("next:");
    }

    @Test
    void anOutputMovesNoCursor() {
        assertThat(printed("\u001b[2J\tgone\n", "sick")).contains("    ?[2J\tgone\n").doesNotContain("\u001b");
    }

    @Test
    void nothingPrintedIsSaid() {
        assertThat(printed("\n", "healthy")).contains("    (printed nothing)\n");
    }
}
