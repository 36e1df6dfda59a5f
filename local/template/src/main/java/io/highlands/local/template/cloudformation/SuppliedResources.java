// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What stands on this machine for the databases, queues and the like that templates declare: for each resource's name the
 * values that templates take from it, such as {@code host}. Values of secrets are among them and never printed.
 */
public final class SuppliedResources {

    /** Nothing stands for anything. */
    public static final SuppliedResources NONE = new SuppliedResources(Map.of());

    private final Map<String, Map<String, String>> values;

    private SuppliedResources(Map<String, Map<String, String>> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * With one more resource.
     *
     * @param name the resource's name in the declaration of services
     * @param of its values
     * @return these and that
     */
    public SuppliedResources with(String name, Map<String, String> of) {
        Map<String, Map<String, String>> more = new LinkedHashMap<>(values);
        more.put(name, Map.copyOf(of));
        return new SuppliedResources(more);
    }

    /** A value of a resource, where there is one. */
    Optional<String> value(String name, String key) {
        return Optional.ofNullable(values.getOrDefault(name, Map.of()).get(key));
    }
}
