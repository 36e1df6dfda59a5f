// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which CloudFormation creates a stack's resources: each after those that it refers to or depends on; among
 * equals in the template's order.
 */
final class ResourceOrder {

    private final Stack stack;
    private final Map<String, Map<String, String>> needs = new HashMap<>();
    private final List<Resource> ordered = new ArrayList<>();
    private final Map<String, Boolean> done = new HashMap<>();
    private final List<String> path = new ArrayList<>();

    private ResourceOrder(Stack stack) {
        this.stack = stack;
    }

    static List<Resource> of(Stack stack) {
        ResourceOrder order = new ResourceOrder(stack);
        References references = new References(stack);
        stack.resources().forEach((id, resource) -> order.needs.put(id, references.of(resource)));
        stack.resources().keySet().forEach(order::visit);
        return order.ordered;
    }

    private void visit(String logicalId) {
        Boolean state = done.get(logicalId);
        if (Boolean.TRUE.equals(state)) {
            return;
        }
        if (state != null) {
            throw circle(logicalId);
        }
        done.put(logicalId, false);
        path.add(logicalId);
        needs.get(logicalId).keySet().forEach(this::visit);
        path.removeLast();
        done.put(logicalId, true);
        ordered.add(stack.resources().get(logicalId));
    }

    private RuntimeException circle(String logicalId) {
        List<String> circle = new ArrayList<>(path.subList(path.indexOf(logicalId), path.size()));
        circle.add(logicalId);
        String property = needs.get(logicalId).get(circle.get(1));
        return stack.resources().get(logicalId).source().error(property,
                "circular dependency: " + String.join(" -> ", circle));
    }
}
