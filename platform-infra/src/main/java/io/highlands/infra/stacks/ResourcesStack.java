// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SecurityGroupImportOptions;
import software.constructs.Construct;

import io.highlands.dashboards.cloudwatch.MonitoredResource;
import io.highlands.infra.resource.ProvisionedResource;
import io.highlands.infra.resource.ResourceScope;
import io.highlands.infra.resource.ServiceResource;
import io.highlands.infra.settings.Environment;
import io.highlands.infra.topology.ServiceSpec;

/**
 * The databases, queues and the like of all services. They have a stack of their own, so that no change or removal of a
 * service's stack touches data.
 */
final class ResourcesStack extends Stack {

    /** Last part of the stack's name. */
    static final String PART = "resources";

    private final Map<String, List<ProvisionedResource>> provisioned = new LinkedHashMap<>();

    ResourcesStack(Construct scope, Environment environment, BaseStack base, StackProps props) {
        super(scope, new Names(environment.name()).stack(PART), props);
        addStackDependency(base);
        environment.topology().services().stream().filter(ResourcesStack::isNeeded)
                .forEach(spec -> provisioned.put(spec.name(), provision(environment, base, spec)));
    }

    /** Whether a service declares any resource. */
    static boolean isNeeded(ServiceSpec spec) {
        return !spec.options().resources().isEmpty();
    }

    /** What was made for that service, in the order of its declaration. */
    List<ProvisionedResource> of(String service) {
        return provisioned.getOrDefault(service, List.of());
    }

    /** The same, as dashboards and alarms see it. */
    List<MonitoredResource> monitored(String service) {
        return of(service).stream().flatMap(resource -> resource.monitored().stream()).toList();
    }

    private List<ProvisionedResource> provision(Environment environment, BaseStack base, ServiceSpec spec) {
        // Imported, so that its rules are in this stack: in base they would be a cycle
        ISecurityGroup tasks = SecurityGroup.fromSecurityGroupId(this, Ids.of(spec.name(), "Tasks"),
                base.securityGroupOf(spec.name()).getSecurityGroupId(),
                SecurityGroupImportOptions.builder().allowAllOutbound(false).build());
        List<ProvisionedResource> all = new ArrayList<>();
        for (var resource : spec.options().resources()) {
            // Every type that the reader knows is one
            var type = (ServiceResource) resource.type();
            all.add(type.provision(new ResourceScope(this, base.vpc(), spec.name(), tasks, resource,
                    Ids.of(resource.name(), ""), spec.options().isOnlyOfItsType(resource), environment.keepData())));
        }
        return List.copyOf(all);
    }
}
