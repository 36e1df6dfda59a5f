// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.compliance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import io.highlands.infra.topology.InvalidInput;

/**
 * cfn-guard, with AWS Control Tower's proactive controls that its package ships and with this project's own rules.
 *
 * @param program
 *            the program cfn-guard
 * @param rules
 *            files and folders of rules
 */
record GuardRules(Path program, List<Path> rules) {

    private static final Pattern RESOURCE = Pattern.compile("/Resources/([A-Za-z0-9]+)(/.*)?");
    /** What a failed comparison was made on; {@code to} is what it was compared with. */
    private static final List<String> SUBJECTS = List.of("from", "value", "traversed_to");

    /** {@return what the rules found in the templates} */
    List<Finding> check(List<Path> templates, String label, String environment, Path scratch) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "validate", "--structured",
                "--output-format", "json", "--show-summary", "none"));
        rules.forEach(path -> command.addAll(List.of("--rules", path.toString())));
        templates.forEach(path -> command.addAll(List.of("--data", path.toString())));
        return read(ToolRun.json("cfn-guard", scratch, command), templates.size(), label, environment);
    }

    /**
     * {@return the findings in a report}
     *
     * @param templates
     *            how many templates were given
     * @throws InvalidInput
     *             where the report is not one of that many templates
     */
    static List<Finding> read(JsonNode report, int templates, String label, String environment) {
        if (report.size() != templates) {
            throw new InvalidInput("cfn-guard", "a report on " + report.size() + " templates", "one on " + templates);
        }
        List<Finding> findings = new ArrayList<>();
        for (JsonNode template : report) {
            String file = Path.of(template.get("name").asString()).getFileName().toString();
            String stack = Finding.part(file.replace(".template.json", ""), environment);
            boolean failed = "FAIL".equals(template.get("status").asString());
            if (failed == template.get("not_compliant").isEmpty()) {
                throw new InvalidInput("cfn-guard", file + " with status " + template.get("status").asString() + " and "
                        + template.get("not_compliant").size() + " failed rules", "a status that fits");
            }
            for (JsonNode found : template.get("not_compliant")) {
                findings.addAll(rule(found.get("Rule"), label, stack));
            }
        }
        return findings;
    }

    private static List<Finding> rule(JsonNode rule, String label, String stack) {
        Set<String> resources = new LinkedHashSet<>();
        collect(rule, resources);
        String name = rule.get("name").asString();
        String message = message(rule);
        if (resources.isEmpty()) {
            resources.add("-");
        }
        return resources.stream().map(id -> new Finding(name, label, stack, Finding.withoutHash(id), "", message))
                .toList();
    }

    private static void collect(JsonNode node, Set<String> resources) {
        if (node.isObject()) {
            SUBJECTS.forEach(key -> {
                var found = RESOURCE.matcher(node.path(key).path("path").asString(""));
                if (found.matches()) {
                    resources.add(found.group(1));
                }
            });
        }
        node.forEach(child -> collect(child, resources));
    }

    /** The first message with words in it: a rule's own, or one of its clauses. */
    private static String message(JsonNode rule) {
        return rule.findValues("custom_message").stream().filter(JsonNode::isString).map(JsonNode::asString)
                .filter(text -> !text.isBlank()).findFirst().orElse("not compliant");
    }
}
