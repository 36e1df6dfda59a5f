// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import io.highlands.local.template.Coverage;
import io.highlands.local.template.LoadBalancerSpec;
import io.highlands.local.template.Platform;
import io.highlands.local.template.SecurityGroupRule;
import io.highlands.local.template.ServiceSpec;
import io.highlands.local.template.TargetGroupSpec;
import io.highlands.local.template.TemplateException;
import io.highlands.local.template.cloudformation.CloudAssembly;
import io.highlands.local.template.cloudformation.Declarations;
import io.highlands.local.template.cloudformation.Inventory;
import io.highlands.local.template.cloudformation.LocalValues;

/** Reads what an environment runs from its cloud assembly. */
public final class PlatformReader {

    private PlatformReader() {
    }

    /**
     * Reads an environment. All that something that is run needs is resolved and checked here.
     *
     * @param folder the cloud assembly; its last name is the environment's
     * @param localValues file of values that templates take from outside, see {@link LocalValues}; it need not exist
     * @return the platform
     * @throws TemplateException in one line, when anything is wrong
     */
    public static Platform read(Path folder, Path localValues) {
        return read(folder, LocalValues.read(localValues), inventory -> {});
    }

    /**
     * Reads an environment, together with somebody who reads more of it.
     *
     * @param folder the cloud assembly; its last name is the environment's
     * @param localValues what templates take from outside
     * @param also reads other resources, and declares what it does with them
     * @return the platform
     * @throws TemplateException in one line, when anything is wrong
     */
    public static Platform read(Path folder, LocalValues localValues, Consumer<Inventory> also) {
        CloudAssembly assembly = CloudAssembly.read(folder);
        Inventory inventory = new Inventory(assembly, localValues);
        inventory.declare(Declarations.beside(PlatformReader.class));

        Clusters clusters = Clusters.read(inventory);
        List<SecurityGroupRule> rules = SecurityGroups.read(inventory);
        List<TargetGroupSpec> targetGroups = TargetGroups.read(inventory);
        LoadBalancerSpec loadBalancer = LoadBalancers.read(inventory, targetGroups);
        List<ServiceSpec> services = new Services(clusters, TaskDefinitions.read(inventory), targetGroups,
                ScalableTargets.read(inventory)).read(inventory);
        EndpointRules.check(services);
        also.accept(inventory);
        return new Platform(folder.toAbsolutePath().normalize().getFileName().toString(), assembly.region(),
                CloudAssembly.ACCOUNT, clusters.name(), clusters.namespace(), services, loadBalancer, rules,
                Refreshes.read(inventory, services, clusters.name()), new Coverage(inventory.coverage(NotRun.NOTES)));
    }
}
