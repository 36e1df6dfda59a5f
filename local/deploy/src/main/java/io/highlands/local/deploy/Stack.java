// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * One synthesized stack.
 *
 * @param name its name
 * @param dependencies names of the stacks that are deployed before it
 * @param isProtected whether CloudFormation refuses to delete it
 * @param template its template
 */
record Stack(String name, Set<String> dependencies, boolean isProtected, JsonNode template) {

    /** {@return its resources of a type} */
    Stream<JsonNode> resources(String type) {
        return template.path("Resources").valueStream().filter(each -> each.path("Type").asString().equals(type));
    }
}
