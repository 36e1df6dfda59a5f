// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.compliance;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A finding that is accepted, and why. {@code *} stands for any characters in stack, resource and detail.
 *
 * @param place
 *            file and line of the entry
 * @param rule
 *            name of the rule
 * @param stack
 *            stacks in which it is accepted, such as {@code service-*}
 * @param resource
 *            resources, by logical id without hash
 * @param detail
 *            which of several things in the resource; {@code *} for all
 * @param environments
 *            environments in which it is accepted, each of which has to have it; empty: all, one of which has to have it
 * @param reason
 *            why it is accepted
 */
record Accepted(String place, String rule, String stack, String resource, String detail, List<String> environments,
        String reason) {

    /** cfn-lint's rules are a letter and four digits. */
    private static final Pattern LINT_RULE = Pattern.compile("[EWI]\\d{4}");

    /** {@return whether this entry accepts the finding} */
    boolean covers(Finding finding) {
        return rule.equals(finding.rule()) && (environments.isEmpty() || environments.contains(finding.environment()))
                && matches(stack, finding.stack()) && matches(resource, finding.resource())
                && matches(detail, finding.detail());
    }

    /** {@return whether the rule is one of cfn-lint, which not every machine has} */
    boolean isLint() {
        return LINT_RULE.matcher(rule).matches();
    }

    /** {@return one line for an entry without a finding} */
    String unusedLine(String where) {
        return "%s: found no finding of %s in stack %s, resource %s%s; allowed: entries that a finding matches"
                .formatted(place, rule, stack, resource, where.isEmpty() ? "" : ", environment " + where);
    }

    private static boolean matches(String glob, String text) {
        String expression = Pattern.compile("\\*").splitAsStream(glob + " ").map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.compile(expression, Pattern.DOTALL).matcher(text + " ").matches();
    }
}
