// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds one command against the shell's grammar, the page's variables and what local mode serves. */
final class CommandLint {

    private static final Pattern CALL = Pattern.compile("\\baws\\s+([a-z][a-z0-9-]*)\\s+([a-z][a-z0-9-]*)");
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\\\)\\$\\{?([A-Z][A-Z0-9_]*)");
    private static final Pattern REDIRECTED = Pattern.compile("--(?:endpoint-url|profile|region|no-verify-ssl)\\b");

    /** The AWS CLI's names of services where they differ from those that signatures use. */
    private static final Map<String, String> SIGNING = Map.of("cloudwatch", "monitoring", "elbv2",
            "elasticloadbalancing");

    private final Runbook page;
    private final Step step;
    private final LintFacts facts;
    private final List<String> problems = new ArrayList<>();

    CommandLint(Runbook page, Step step, LintFacts facts) {
        this.page = page;
        this.step = step;
        this.facts = facts;
    }

    List<String> problems() {
        facts.syntax().apply(step.command()).ifPresent(said -> problems.add("is no POSIX sh: " + said));
        PortableShell.findings(step.command()).forEach(found -> problems.add(found.toString()));
        REDIRECTED.matcher(step.command()).results().forEach(found -> problems.add("'" + found.group()
                + "' is the reader's to set, and has to be left out"));
        variables();
        operations();
        return problems;
    }

    private void variables() {
        Set<String> used = VARIABLE.matcher(step.command()).results().map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        try {
            used.removeAll(page.variables().keySet());
        } catch (RunbookException alreadySaid) {
            return;
        }
        used.forEach(name -> problems.add("uses $" + name + ", which the command " + Runbook.VARIABLES
                + " does not set"));
    }

    private void operations() {
        Set<String> served = facts.operations().stream().map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<MatchResult> calls = CALL.matcher(step.command()).results().toList();
        List<MatchResult> elsewhere = calls.stream().filter(call -> !served.contains(operation(call))).toList();
        if (!step.isAwsOnly()) {
            elsewhere.forEach(call -> problems.add("local mode does not serve '" + call.group()
                    + "'; allowed: an operation that it serves, or '- aws-only: REASON'"));
        } else if (elsewhere.isEmpty()) {
            problems.add("is said to be aws-only, and local mode serves all of it");
        }
        if (calls.isEmpty() && !step.command().contains("curl ")) {
            problems.add("neither calls aws nor curl; words belong into a block of text");
        }
    }

    private static String operation(MatchResult call) {
        String service = SIGNING.getOrDefault(call.group(1), call.group(1));
        return service + ':' + call.group(2).replace("-", "");
    }
}
