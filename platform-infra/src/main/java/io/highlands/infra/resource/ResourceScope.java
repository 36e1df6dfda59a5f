// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.resource;

import java.util.Map;

import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.constructs.Construct;
import software.constructs.IConstruct;

import io.highlands.infra.topology.ResourceSpec;

/**
 * Where a resource is made, and for whom.
 *
 * @param stack
 *            the stack of all resources
 * @param vpc
 *            the environment's network
 * @param service
 *            name of the service that declares it
 * @param tasks
 *            security group of that service's tasks
 * @param resource
 *            the declaration
 * @param id
 *            beginning of the ids of its constructs
 * @param only
 *            whether the service has no other resource of this type
 * @param keepData
 *            whether data outlives the stack, and a second zone keeps a copy of it
 */
public record ResourceScope(Construct stack, IVpc vpc, String service, ISecurityGroup tasks, ResourceSpec resource,
        String id, boolean only, boolean keepData) {

    /** Metadata by which local mode knows what of a template stands for which resource. */
    private static final String METADATA = "highlands:resource";

    String name() {
        return resource.name();
    }

    String prefix() {
        return resource.variablePrefix();
    }

    /** {@code orders-db} and {@code Subnets} make {@code OrdersDbSubnets}. */
    String id(String suffix) {
        return id + suffix;
    }

    /** What becomes of data whose stack is deleted; what a failed first deployment made goes, as nothing is in it. */
    RemovalPolicy removal() {
        return keepData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
    }

    /**
     * Gives everything of a resource the same end. What stays needs what it is made of: a cluster its instances, subnet
     * group and security group, a queue its policy. Rules between security groups go, as they hold the service's group.
     */
    void keep(IConstruct construct) {
        keep(construct, removal());
    }

    /**
     * Keeps everything of a resource that CloudFormation cannot delete while it holds something, as a bucket: an attempt
     * would leave the stack in DELETE_FAILED. What a failed first deployment made holds nothing, and goes.
     */
    void keepAlways(IConstruct construct) {
        keep(construct, RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    }

    private static void keep(IConstruct construct, RemovalPolicy removal) {
        construct.getNode().findAll().stream().filter(CfnResource.class::isInstance).map(CfnResource.class::cast)
                .filter(part -> !part.getCfnResourceType().matches("AWS::EC2::SecurityGroup(In|E)gress"))
                .forEach(part -> part.applyRemovalPolicy(removal));
    }

    /** Names the declaration in the template of what is made for it. */
    void mark(IConstruct construct) {
        ((CfnResource) construct.getNode().getDefaultChild()).addMetadata(METADATA,
                Map.of("service", service, "name", name(), "type", resource.type().word()));
    }
}
