// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.highlands.local.template.TemplateException;
import io.highlands.local.template.cloudformation.Inventory;
import io.highlands.local.template.cloudformation.Properties;

/**
 * The one ECS cluster of an environment, and the Cloud Map namespaces.
 *
 * @param name the cluster's name
 * @param namespace name of its default namespace for Service Connect, or null
 * @param namespaces names of the namespaces by id, ARN and name
 */
record Clusters(String name, String namespace, Map<String, String> namespaces) {

    static Clusters read(Inventory inventory) {
        Map<String, String> namespaces = new HashMap<>();
        for (Properties namespace : inventory.all("AWS::ServiceDiscovery::HttpNamespace")) {
            String name = namespace.text("Name");
            for (String key : List.of(name, namespace.ref(), namespace.attribute("Arn"))) {
                namespaces.put(key, name);
            }
        }
        List<Properties> clusters = inventory.all("AWS::ECS::Cluster");
        if (clusters.isEmpty()) {
            throw new TemplateException("no stack declares an AWS::ECS::Cluster, so there is nothing to run");
        }
        if (clusters.size() > 1) {
            throw clusters.get(1).error("", "a second cluster cannot be run here; " + clusters.getFirst().source()
                    + " is the first");
        }
        Properties cluster = clusters.getFirst();
        cluster.text("ClusterName", null);
        Properties defaults = cluster.child("ServiceConnectDefaults");
        String namespace = defaults == null ? null : namespace(namespaces, defaults, "Namespace");
        return new Clusters(cluster.ref(), namespace, namespaces);
    }

    /** Name of the namespace that a property refers to by name, id or ARN. */
    String namespace(Properties properties, String property) {
        return namespace(namespaces, properties, property);
    }

    private static String namespace(Map<String, String> namespaces, Properties properties, String property) {
        String given = properties.text(property);
        String name = namespaces.get(given);
        if (name == null) {
            throw properties.error(property, "'" + given + "' is not a namespace of this environment; allowed: "
                    + String.join(", ", namespaces.values().stream().distinct().sorted().toList()));
        }
        return name;
    }
}
