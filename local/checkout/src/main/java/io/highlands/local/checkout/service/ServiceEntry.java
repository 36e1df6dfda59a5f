// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import io.highlands.local.checkout.YamlText;
import io.highlands.local.control.ControlException;

/** The entry of a new service in services.yaml: the last one, and no other character of the file changes. */
final class ServiceEntry {

    private final YamlText yaml;

    ServiceEntry(YamlText yaml) {
        this.yaml = yaml;
    }

    /**
     * {@return the file's text with the service}
     *
     * @param plan the service
     * @throws ControlException when the services are written in a way that takes no entry, in braces for example
     */
    String with(ServicePlan plan) {
        Node section = YamlText.tuple(yaml.root(), ServicesFile.SECTION).map(NodeTuple::getValueNode).orElseThrow();
        if (!(section instanceof MappingNode mapping) || mapping.getFlowStyle() == FlowStyle.FLOW
                || mapping.getValue().isEmpty()) {
            throw refuse();
        }
        String text = added(mapping, plan);
        Map<Object, Object> services = new LinkedHashMap<>((Map<?, ?>) yaml.content().get(ServicesFile.SECTION));
        Map<?, ?> changed = YamlText.of(yaml.name(), text).content();
        services.put(plan.name(), ((Map<?, ?>) changed.get(ServicesFile.SECTION)).get(plan.name()));
        Map<Object, Object> expected = new LinkedHashMap<>(yaml.content());
        expected.put(ServicesFile.SECTION, services);
        if (services.get(plan.name()) == null || !expected.equals(changed)) {
            throw refuse();
        }
        return text;
    }

    private ControlException refuse() {
        return new ControlException(yaml.name() + ": " + ServicesFile.SECTION
                + " takes no entry as it is written; write each service in lines of its own, without braces");
    }

    private String added(MappingNode services, ServicePlan plan) {
        NodeTuple last = services.getValue().getLast();
        String indent = YamlText.indent(last.getKeyNode());
        int place = afterComments(yaml.lineEnd(lastEnd(last.getValueNode())), indent.length());
        String blank = isAfterBlankLine(last.getKeyNode()) ? yaml.eol() : "";
        String entry = lines(plan, step(last)).stream().map(line -> indent + line)
                .collect(Collectors.joining(yaml.eol()));
        return yaml.splice(place, place, yaml.eol() + blank + entry);
    }

    /** How much deeper the settings of a service are indented than its name. */
    private static String step(NodeTuple service) {
        return service.getValueNode() instanceof MappingNode settings && settings.getFlowStyle() == FlowStyle.BLOCK
                ? YamlText.indent(settings.getValue().getFirst().getKeyNode())
                        .substring(YamlText.indent(service.getKeyNode()).length())
                : "  ";
    }

    private static List<String> lines(ServicePlan plan, String step) {
        List<String> lines = new ArrayList<>(List.of(plan.name() + ":", step + "port: " + plan.port(),
                step + "timeout: " + plan.timeout().toSeconds() + "s", step + "size: { cpu: 1024, memory: 2048 }"));
        if (!plan.calls().isEmpty()) {
            lines.add(step + "calls:");
            plan.calls().forEach(call -> lines.add(step + step + call.service().name() + ": {}"));
        }
        lines.add(step + "public:");
        boolean named = !plan.example().equals(plan.path());
        if (plan.calls().isEmpty()) {
            lines.add(step + step + plan.path() + (named ? ": { example: " + plan.example() + " }" : ": {}"));
            return lines;
        }
        lines.add(step + step + plan.path() + ":");
        if (named) {
            lines.add(step + step + step + "example: " + plan.example());
        }
        Map<String, Object> behind = new LinkedHashMap<>();
        plan.calls().forEach(call -> behind.put(call.service().name(), call.service().callsOf(call.path())));
        lines.add(step + step + step + "calls: " + flow(behind));
        return lines;
    }

    private static String flow(Object calls) {
        if (!(calls instanceof Map<?, ?> map) || map.isEmpty()) {
            return "{}";
        }
        return map.entrySet().stream().map(call -> call.getKey() + ": " + flow(call.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    /** A block's own end is where the next token begins, beyond comments and blank lines. */
    private int lastEnd(Node node) {
        if (node instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.BLOCK) {
            return lastEnd(mapping.getValue().getLast().getValueNode());
        }
        if (node instanceof SequenceNode sequence && sequence.getFlowStyle() == FlowStyle.BLOCK) {
            return lastEnd(sequence.getValue().getLast());
        }
        return yaml.end(node);
    }

    /** Comments that are indented as what a service says belong to it. */
    private int afterComments(int place, int indent) {
        int after = place;
        int next = place;
        while (next < yaml.text().length()) {
            int begin = yaml.text().indexOf('\n', next) + 1;
            if (begin == 0) {
                return after;
            }
            int end = yaml.lineEnd(begin);
            String line = yaml.text().substring(begin, end);
            if (!line.strip().startsWith("#") || line.indexOf('#') <= indent) {
                return after;
            }
            after = end;
            next = end;
        }
        return after;
    }

    private boolean isAfterBlankLine(Node key) {
        int begin = yaml.start(key) - YamlText.indent(key).length();
        String before = yaml.text().substring(0, begin);
        return before.endsWith(yaml.eol() + yaml.eol());
    }
}
