// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.discovery;

import java.util.Map;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Infrastructure;

/** The operations of Cloud Map. */
public final class DiscoveryActions {

    private DiscoveryActions() {
    }

    /**
     * Cloud Map's operations that are served.
     *
     * @param infrastructure what they act on
     * @return what is served, by name
     */
    public static Map<String, Action> all(Infrastructure infrastructure) {
        Registry registry = new Registry(infrastructure);
        Lists lists = new Lists(registry);
        return Map.of("ListNamespaces", lists::namespaces,
                "ListServices", lists::services,
                "ListInstances", lists::instances,
                "DiscoverInstances", new DiscoverInstances(registry));
    }
}
