// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What references to resources of a type give.
 *
 * @param ref what {@code Ref} gives
 * @param attributes what {@code Fn::GetAtt} gives, by attribute
 */
record ResourceType(Rule ref, Map<String, Rule> attributes) {

    /** How a name is made. */
    @FunctionalInterface
    interface Rule {

        String value(Physical resource);
    }

    static ResourceType of(Rule ref) {
        return new ResourceType(ref, Map.of());
    }

    ResourceType with(String attribute, Rule rule) {
        Map<String, Rule> more = new LinkedHashMap<>(attributes);
        more.put(attribute, rule);
        return new ResourceType(ref, more);
    }
}
