// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.util.List;

import io.highlands.local.error.UserError;

/**
 * Reads what {@code highlands incident} would say while the fault lasts, and whether its first three lines name what the fault was
 * injected into: both ends of an edge in one line, or the service. It is measured and does not decide whether the page holds.
 */
final class FirstLook implements Phase {

    private static final int LINES = 3;

    @Override
    public String name() {
        return "incident";
    }

    @Override
    public String run(RehearsalContext context) {
        List<String> findings;
        try {
            findings = context.target.findings();
        } catch (UserError busy) {
            context.tell("incident: " + busy.getMessage());
            return busy.getMessage();
        }
        String injected = context.spec.fault().strip().split("\\s+")[1];
        int line = named(findings, injected);
        findings.stream().limit(LINES).forEach(finding -> context.tell("incident: " + finding));
        String outcome = line > 0
                ? "line " + line + " names " + injected
                : "the first " + LINES + " lines do not name " + injected;
        context.tell("incident: " + outcome);
        return outcome;
    }

    /** {@return the first line that names it, from 1; 0 where none of the first three does} */
    static int named(List<String> findings, String injected) {
        String[] ends = injected.split(":");
        for (int line = 0; line < Math.min(LINES, findings.size()); line++) {
            String finding = findings.get(line);
            if (List.of(ends).stream().allMatch(finding::contains)) {
                return line + 1;
            }
        }
        return 0;
    }
}
