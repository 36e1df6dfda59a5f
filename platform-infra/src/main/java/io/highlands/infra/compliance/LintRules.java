// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.compliance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * cfn-lint: CloudFormation's resource schemas, and rules of its own.
 *
 * @param program
 *            the program cfn-lint
 */
record LintRules(Path program) {

    /** {@return what cfn-lint found in the templates, for one Region} */
    List<Finding> check(List<Path> templates, String label, String environment, String region, Path scratch) {
        List<String> command = new ArrayList<>(
                List.of(program.toString(), "--format", "json", "--regions", region, "--"));
        templates.forEach(path -> command.add(path.toString()));
        return read(ToolRun.json("cfn-lint", scratch, command), label, environment);
    }

    /** {@return the findings in a report} */
    static List<Finding> read(JsonNode report, String label, String environment) {
        return report.valueStream().map(found -> {
            String file = Path.of(found.get("Filename").asString()).getFileName().toString();
            List<String> path = found.at("/Location/Path").valueStream().map(JsonNode::asString).toList();
            String resource = path.size() > 1 && "Resources".equals(path.getFirst())
                    ? Finding.withoutHash(path.get(1))
                    : "-";
            String detail = path.size() > 2 ? String.join("/", path.subList(2, path.size())) : "";
            return new Finding(found.at("/Rule/Id").asString(), label,
                    Finding.part(file.replace(".template.json", ""), environment), resource, detail,
                    found.get("Message").asString());
        }).toList();
    }
}
