// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.discovery;

import java.util.List;
import java.util.Map;

import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.Page;
import io.highlands.local.aws.operations.discovery.Registry.Endpoint;
import io.highlands.local.aws.operations.discovery.Registry.Instance;
import io.highlands.local.aws.wire.AwsError;

/** ListNamespaces, ListServices and ListInstances. */
final class Lists {

    private static final String INVALID = "InvalidInput";

    private static final int STANDARD = 100;

    private final Registry registry;

    Lists(Registry registry) {
        this.registry = registry;
    }

    Map<String, Object> namespaces(Input input) {
        List<Map<String, Object>> all = registry.namespace().stream()
                .filter(name -> Filters.match(input, Map.of("TYPE", "HTTP", "NAME", name, "HTTP_NAME", name)))
                .map(this::namespace).toList();
        Page<Map<String, Object>> page = page(input, all);
        return Output.of("Namespaces", page.items()).with("NextToken", page.next()).tree();
    }

    private Map<String, Object> namespace(String name) {
        String id = registry.namespaceId();
        return Output.of("Id", id)
                .with("Arn", registry.infrastructure().arn("servicediscovery", "namespace/" + id))
                .with("Name", name).with("Type", "HTTP").with("ServiceCount", registry.endpoints().size())
                .with("Properties", Map.of("HttpProperties", Map.of("HttpName", name)))
                .with("CreateDate", registry.infrastructure().since()).tree();
    }

    Map<String, Object> services(Input input) {
        List<Endpoint> all = registry.endpoints().stream()
                .filter(endpoint -> Filters.match(input, Map.of("NAMESPACE_ID", registry.namespaceId()))).toList();
        Page<Endpoint> page = page(input, all);
        return Output.of("Services", page.items().stream().map(this::service).toList())
                .with("NextToken", page.next()).tree();
    }

    private Map<String, Object> service(Endpoint endpoint) {
        return Output.of("Id", endpoint.id()).with("Arn", registry.arn(endpoint)).with("Name", endpoint.name())
                .with("Type", "HTTP").with("InstanceCount", registry.instances(endpoint).size())
                .with("CreateDate", registry.infrastructure().since()).tree();
    }

    Map<String, Object> instances(Input input) {
        String given = input.text("ServiceId");
        Endpoint endpoint = registry.endpoints().stream()
                .filter(each -> each.id().equals(given) || registry.arn(each).equals(given)).findFirst()
                .orElseThrow(() -> new AwsError("ServiceNotFound", "Service not found: " + given));
        Page<Instance> page = page(input, registry.instances(endpoint));
        return Output.of("Instances", page.items().stream().map(Lists::instance).toList())
                .with("NextToken", page.next()).tree();
    }

    private static Map<String, Object> instance(Instance instance) {
        return Output.of("Id", instance.id()).with("Attributes", instance.attributes()).tree();
    }

    private static <T> Page<T> page(Input input, List<T> all) {
        return Page.of(all, input.optionalText("NextToken"), input.integer("MaxResults").orElse(STANDARD), INVALID);
    }
}
