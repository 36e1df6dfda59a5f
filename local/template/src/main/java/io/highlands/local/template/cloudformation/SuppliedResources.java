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
    public static final SuppliedResources NONE = new SuppliedResources(Map.of(), Map.of());

    private final Map<String, Map<String, String>> values;
    private final Map<String, Map<String, String>> endpoints;

    private SuppliedResources(Map<String, Map<String, String>> values, Map<String, Map<String, String>> endpoints) {
        this.values = Map.copyOf(values);
        this.endpoints = Map.copyOf(endpoints);
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
        return new SuppliedResources(more, endpoints);
    }

    /**
     * The same, and where SDKs call what stands for AWS.
     *
     * @param variables for each service the variables of its container, such as {@code AWS_ENDPOINT_URL_SQS}
     * @return these resources, with those variables only
     */
    public SuppliedResources with(Map<String, Map<String, String>> variables) {
        return new SuppliedResources(values, variables);
    }

    /** The variables by which the SDKs of a service find what stands for its resources. */
    Map<String, String> endpoints(String service) {
        return endpoints.getOrDefault(service, Map.of());
    }

    /** A value of a resource, where there is one. */
    Optional<String> value(String name, String key) {
        return Optional.ofNullable(values.getOrDefault(name, Map.of()).get(key));
    }
}
