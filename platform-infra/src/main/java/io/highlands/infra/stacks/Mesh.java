// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;

import software.amazon.awscdk.services.ecs.ServiceConnectAccessLogConfiguration;
import software.amazon.awscdk.services.ecs.ServiceConnectAccessLogFormat;
import software.amazon.awscdk.services.ecs.ServiceConnectProps;
import software.amazon.awscdk.services.ecs.ServiceConnectService;
import software.amazon.awscdk.services.ecs.ServiceConnectTlsConfiguration;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

import io.highlands.infra.topology.ServiceSpec;

/** A service's part in Service Connect: client of all that the namespace holds, server under its own name. */
final class Mesh {

    /** AWS's default, said because access logs and runbooks speak of it. */
    private static final software.amazon.awscdk.Duration IDLE = software.amazon.awscdk.Duration.minutes(5);

    private Mesh() {
    }

    static ServiceConnectProps member(Construct scope, Deployment deployment) {
        var logs = new LogGroups(deployment.environment());
        ServiceSpec spec = deployment.spec();
        var server = ServiceConnectService.builder().portMappingName(ServiceTask.PORT_NAME)
                .discoveryName(spec.name()).dnsName(spec.name()).port(spec.aliasPort()).idleTimeout(IDLE)
                .perRequestTimeout(Deployment.seconds(spec.deadline()));
        deployment.environment().meshAuthority().ifPresent(authority -> server.tls(tls(scope, authority)));
        return ServiceConnectProps.builder().namespace(deployment.names().namespace())
                .services(List.of(server.build()))
                .logDriver(logs.driver(logs.create(scope, "MeshLogs", spec.name(), "mesh"), "task"))
                .accessLogConfiguration(ServiceConnectAccessLogConfiguration.builder()
                        .format(ServiceConnectAccessLogFormat.JSON).includeQueryParameters(false).build())
                .build();
    }

    private static ServiceConnectTlsConfiguration tls(Construct scope, String authority) {
        var role = Role.Builder.create(scope, "MeshTlsRole").assumedBy(new ServicePrincipal("ecs.amazonaws.com"))
                .description("Lets ECS issue and rotate the mesh's certificates")
                .managedPolicies(List.of(ManagedPolicy.fromAwsManagedPolicyName(
                        "service-role/AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity")))
                .build();
        return ServiceConnectTlsConfiguration.builder().awsPcaAuthorityArn(authority).role(role).build();
    }
}
