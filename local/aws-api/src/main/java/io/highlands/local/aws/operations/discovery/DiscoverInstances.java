// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.discovery;

import java.util.List;
import java.util.Map;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.discovery.Registry.Endpoint;
import io.highlands.local.aws.operations.discovery.Registry.Instance;
import io.highlands.local.aws.wire.AwsError;

/**
 * DiscoverInstances. SDKs put {@code data-} before the host of this operation, which no name on this machine has, unless they
 * are told not to; the others of Cloud Map have no such prefix.
 */
final class DiscoverInstances implements Action {

    private static final int STANDARD = 100;

    private final Registry registry;

    DiscoverInstances(Registry registry) {
        this.registry = registry;
    }

    @Override
    public Map<String, Object> perform(Input input) {
        String namespace = input.text("NamespaceName");
        if (!registry.namespace().filter(namespace::equals).isPresent()) {
            throw new AwsError("NamespaceNotFound", "Namespace not found: " + namespace);
        }
        String name = input.text("ServiceName");
        Endpoint endpoint = registry.endpoints().stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> new AwsError("ServiceNotFound", "Service not found: " + name));
        // None is checked by Cloud Map itself: UNKNOWN, which no filter by health leaves out but UNHEALTHY.
        boolean none = input.optionalText("HealthStatus").orElse("ALL").equals("UNHEALTHY");
        List<Map<String, Object>> found = registry.instances(endpoint).stream().filter(each -> !none)
                .limit(input.integer("MaxResults").orElse(STANDARD))
                .map(instance -> instance(namespace, name, instance)).toList();
        return Output.of("Instances", found).tree();
    }

    private static Map<String, Object> instance(String namespace, String service, Instance instance) {
        return Output.of("InstanceId", instance.id()).with("NamespaceName", namespace).with("ServiceName", service)
                .with("HealthStatus", "UNKNOWN").with("Attributes", instance.attributes()).tree();
    }
}
