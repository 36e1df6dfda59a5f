// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.stream.Stream;

import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.constructs.Construct;

import io.highlands.infra.resource.ServiceResource;
import io.highlands.infra.settings.Environment;

/** The environment's VPC: load balancer in public, tasks in private, nothing yet in isolated subnets. */
final class Network {

    /** 59 addresses: the load balancer asks for eight free ones. */
    private static final int PUBLIC_MASK = 26;
    /** 1019 addresses in each zone: a task takes one, and twice as many while a deployment runs. */
    private static final int PRIVATE_MASK = 22;
    private static final int ISOLATED_MASK = 26;

    private Network() {
    }

    static Vpc create(Construct scope, Environment environment, LogGroups logs) {
        var settings = environment.network();
        var vpc = Vpc.Builder.create(scope, "Vpc").ipAddresses(IpAddresses.cidr(settings.cidr()))
                .maxAzs(settings.availabilityZones()).natGateways(settings.natGateways())
                .subnetConfiguration(List.of(subnets("Public", SubnetType.PUBLIC, PUBLIC_MASK),
                        subnets("Private", SubnetType.PRIVATE_WITH_EGRESS, PRIVATE_MASK),
                        subnets("Isolated", SubnetType.PRIVATE_ISOLATED, ISOLATED_MASK)))
                .build();
        // Free, and layers of images come from S3: through it they pay no NAT gateway
        vpc.addGatewayEndpoint("S3Endpoint", GatewayVpcEndpointOptions.builder()
                .service(GatewayVpcEndpointAwsService.S3).build());
        gateways(environment).forEach(name -> vpc.addGatewayEndpoint(Ids.of(name, "Endpoint"),
                GatewayVpcEndpointOptions.builder().service(new GatewayVpcEndpointAwsService(name)).build()));
        vpc.addFlowLog("FlowLog",
                FlowLogOptions.builder().trafficType(FlowLogTrafficType.ALL)
                        .destination(
                                FlowLogDestination.toCloudWatchLogs(logs.create(scope, "FlowLogGroup", "vpc-flow")))
                        .build());
        return vpc;
    }

    /** Those that declared resources need beside that of S3. */
    private static Stream<String> gateways(Environment environment) {
        return environment.topology().services().stream().flatMap(spec -> spec.options().resources().stream())
                .flatMap(resource -> ((ServiceResource) resource.type()).gateway().stream()).distinct();
    }

    private static SubnetConfiguration subnets(String name, SubnetType type, int mask) {
        return SubnetConfiguration.builder().name(name).subnetType(type).cidrMask(mask).build();
    }
}
