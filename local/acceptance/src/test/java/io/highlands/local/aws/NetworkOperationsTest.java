// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import io.highlands.local.ecs.RunningPlatform;
import io.highlands.local.ecs.TaskSnapshot;
import io.highlands.local.ecs.TestImages;
import io.highlands.local.ecs.TestService;
import io.highlands.local.template.Platform;
import io.highlands.local.template.Source;
import io.highlands.local.template.StackResource;
import io.highlands.local.template.StackSpec;
import io.highlands.local.template.Stacks;

import static org.assertj.core.api.Assertions.assertThat;

/** Elastic Load Balancing's and Cloud Map's operations, on a service behind a load balancer. */
@ResourceLock("tasks")
class NetworkOperationsTest {

    private static final String TARGETS = "TargetGroupArn=" + TestService.TARGETS;
    private static final Stacks STACKS = new Stacks(List.of(new StackSpec("highlands-test-base", "id", "", List.of(
            new StackResource(new Source("highlands-test-base", "Namespace"),
                    "AWS::ServiceDiscovery::HttpNamespace", "ns-0123456789abcdef")),
            List.of())), List.of());

    @TempDir
    private static Path folder;

    private static PlatformApis api;

    @BeforeAll
    static void start() {
        new TestImages(folder.resolve("images")).withHttp("front").with("back", TestImages.HEALTHY);
        Platform platform = TestService.platform(new TestService("front").mesh(8080).balanced(),
                new TestService("back").mesh(8081).desired(2));
        api = new PlatformApis(folder, new RunningPlatform(folder, platform).start(), () -> platform, STACKS);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void aTargetIsTheTasksAddressWithItsHealth() {
        TaskSnapshot task = api.platform().onlyTask("front");
        assertThat(api.aws("elbv2", "describe-target-health", "--target-group-arn", TestService.TARGETS, "--query",
                "TargetHealthDescriptions[].[Target.Id,Target.Port,HealthCheckPort,TargetHealth.State]", "--output",
                "text")).isEqualTo(task.proxyAddress() + "\t3000\t3000\thealthy");
    }

    /** API_DescribeLoadBalancers, the response of its first example. */
    @Test
    void aLoadBalancerIsDescribedWithItsZonesAndItsHostedZone() {
        assertThat(query("2015-12-01", "DescribeLoadBalancers&Names.member.1=balancer"))
                .contains("<CanonicalHostedZoneId>Z", "<Scheme>internet-facing</Scheme>", "<AvailabilityZones><member>",
                        "<ZoneName>eu-west-1a</ZoneName>", "<SubnetId>subnet-a</SubnetId>", "<Code>active</Code>");
    }

    @Test
    void theNameOfTheLoadBalancerLeadsToItFromHere() {
        String xml = query("2015-12-01", "DescribeLoadBalancers&Names.member.1=balancer");
        assertThat(xml).contains("<LoadBalancerArn>arn:aws:elasticloadbalancing:eu-west-1:000000000000:loadbalancer/"
                + "app/balancer/0123456789abcdef</LoadBalancerArn>")
                .contains("<DNSName>127.0.0.1:" + api.platform().runtime().loadBalancerPort() + "</DNSName>");
    }

    @Test
    void targetGroupsHaveTheirHealthCheckAndTheirLoadBalancer() {
        assertThat(query("2015-12-01", "DescribeTargetGroups&Names.member.1=targets"))
                .contains("<HealthCheckPath>/health</HealthCheckPath>", "<TargetType>ip</TargetType>",
                        "<member>arn:aws:elasticloadbalancing:eu-west-1:000000000000:loadbalancer/app/balancer/");
    }

    @Test
    void listenersSayWhereTheyForwardTo() {
        String arn = "arn:aws:elasticloadbalancing:eu-west-1:000000000000:loadbalancer/app/balancer/0123456789abcdef";
        assertThat(query("2015-12-01", "DescribeListeners&LoadBalancerArn=" + arn)).contains("<Port>80</Port>",
                "<Type>forward</Type><TargetGroupArn>" + TestService.TARGETS + "</TargetGroupArn>");
    }

    @Test
    void whatElasticLoadBalancingDoesNotKnowHasItsErrors() {
        assertThat(query("2015-12-01", "DescribeTargetHealth&TargetGroupArn=gone"))
                .contains("<Code>TargetGroupNotFound</Code><Message>One or more target groups not found</Message>");
        assertThat(query("2015-12-01", "DescribeLoadBalancers&Names.member.1=gone"))
                .contains("<Code>LoadBalancerNotFound</Code>");
        assertThat(query("2015-12-01", "DescribeTargetHealth&" + TARGETS + "&Targets.member.1.Id=10.0.0.1"))
                .contains("<Code>InvalidTarget</Code>");
        assertThat(query("2015-12-01", "DescribeListeners")).contains("<Code>ValidationError</Code>");
        assertThat(query("2015-12-01", "DescribeTargetGroups&Marker=mine")).contains("<Code>ValidationError</Code>");
    }

    @Test
    void theNamespaceLeadsToItsServicesAndTheseToTheirInstances() {
        JsonNode namespace = api.ok("Route53AutoNaming_v20170314.ListNamespaces", "{}").at("/Namespaces/0");
        assertThat(namespace.path("Id").asString()).isEqualTo("ns-0123456789abcdef");
        assertThat(namespace.path("Name").asString()).isEqualTo("test.highlands.local");
        String services = api.ok("Route53AutoNaming_v20170314.ListServices",
                "{'Filters':[{'Name':'NAMESPACE_ID','Values':['ns-0123456789abcdef']}]}").path("Services").toString();
        assertThat(services).contains("\"Name\":\"front\"", "\"Name\":\"back\"", "\"InstanceCount\":2");
    }

    @Test
    void instancesAreTheRunningTasksAndComeInPages() {
        String id = api.ok("Route53AutoNaming_v20170314.ListServices", "{}").path("Services").valueStream()
                .filter(service -> service.path("Name").asString().equals("back")).findFirst().orElseThrow()
                .path("Id").asString();
        JsonNode first = api.ok("Route53AutoNaming_v20170314.ListInstances",
                "{'ServiceId':'" + id + "','MaxResults':1}");
        JsonNode second = api.ok("Route53AutoNaming_v20170314.ListInstances", "{'ServiceId':'" + id
                + "','MaxResults':1,'NextToken':'" + first.path("NextToken").asString() + "'}");
        assertThat(List.of(first.at("/Instances/0/Attributes/AWS_INSTANCE_IPV4").asString(),
                second.at("/Instances/0/Attributes/AWS_INSTANCE_IPV4").asString()))
                .containsExactlyElementsOf(
                        api.platform().tasks("back").stream().map(TaskSnapshot::proxyAddress).toList());
        assertThat(second.has("NextToken")).isFalse();
    }

    @Test
    void instancesAreDiscoveredByName() {
        JsonNode found = api.ok("Route53AutoNaming_v20170314.DiscoverInstances",
                "{'NamespaceName':'test.highlands.local','ServiceName':'back'}");
        assertThat(found.path("Instances")).hasSize(2);
    }

    @Test
    void whatCloudMapDoesNotKnowHasItsErrors() {
        assertThat(api.refused("Route53AutoNaming_v20170314.ListInstances", "{'ServiceId':'srv-gone'}"))
                .isEqualTo("ServiceNotFound: Service not found: srv-gone");
        assertThat(api.refused("Route53AutoNaming_v20170314.DiscoverInstances",
                "{'NamespaceName':'gone','ServiceName':'back'}"))
                .isEqualTo("NamespaceNotFound: Namespace not found: gone");
        assertThat(api.refused("Route53AutoNaming_v20170314.ListServices", "{'NextToken':'mine'}"))
                .startsWith("InvalidInput: ");
    }

    @Test
    void everyMemberOfAnAnswerIsOneOfAws() {
        assertThat(api.unknownMembers("elasticloadbalancing", "DescribeLoadBalancers", Map.of())).isEmpty();
        assertThat(api.unknownMembers("elasticloadbalancing", "DescribeTargetGroups", Map.of())).isEmpty();
        assertThat(api.unknownMembers("elasticloadbalancing", "DescribeTargetHealth",
                Map.of("TargetGroupArn", TestService.TARGETS))).isEmpty();
        assertThat(api.unknownMembers("servicediscovery", "ListNamespaces", Map.of())).isEmpty();
        assertThat(api.unknownMembers("servicediscovery", "ListServices", Map.of())).isEmpty();
    }

    private static String query(String version, String call) {
        return api.query("Version=" + version + "&Action=" + call);
    }
}
