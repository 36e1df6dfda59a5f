// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.EnvironmentFile;

import static org.assertj.core.api.Assertions.assertThat;

class BaseStackTest {

    private static final Assembly LOCAL = Assembly.of("local");
    private static final Assembly PROD = Assembly.of("prod");

    @Test
    void stacksStandInOrderAndWaitForWhatTheyNeed() {
        assertThat(LOCAL.parts()).containsExactly("images", "base", "service-a", "service-c", "service-b", "refresh",
                "observability");
        assertThat(LOCAL.dependencies("service-a")).containsExactlyInAnyOrder("images", "base");
        assertThat(LOCAL.dependencies("service-b")).containsExactlyInAnyOrder("images", "base", "service-a",
                "service-c");
        assertThat(LOCAL.dependencies("refresh")).containsExactlyInAnyOrder("service-a", "service-b", "service-c");
        assertThat(LOCAL.dependencies("observability")).containsExactlyInAnyOrder("base", "service-a", "service-b",
                "service-c");
    }

    @Test
    void containerPortIsOpenToTheLoadBalancerAndTheDeclaredCallersOnly() {
        List<String> rules = LOCAL.all("base", "AWS::EC2::SecurityGroupIngress").stream()
                .map(rule -> rule.get("Description").asString() + " on " + rule.get("FromPort").asInt() + "-"
                        + rule.get("ToPort").asInt())
                .toList();

        assertThat(rules).containsExactlyInAnyOrder("load balancer to service-a on 3000-3000",
                "load balancer to service-b on 3000-3000", "service-a to service-b on 3000-3000",
                "service-b to service-a on 3000-3000", "service-b to service-c on 3000-3000");
    }

    @Test
    void ruleJoinsTheGroupsThatItsDescriptionNames() {
        JsonNode rule = LOCAL.all("base", "AWS::EC2::SecurityGroupIngress").stream()
                .filter(it -> "service-b to service-c".equals(it.get("Description").asString())).findFirst()
                .orElseThrow();

        assertThat(rule.at("/SourceSecurityGroupId/Fn::GetAtt/0").asString()).startsWith("ServiceBSecurityGroup");
        assertThat(rule.at("/GroupId/Fn::GetAtt/0").asString()).startsWith("ServiceCSecurityGroup");
    }

    @Test
    void servicesReachTheirUpstreamsAndHttpsOnly() {
        assertThat(groups(LOCAL).filter(group -> !group.get("GroupDescription").asString().startsWith("Load"))
                .flatMap(group -> group.get("SecurityGroupEgress").valueStream()))
                .allSatisfy(rule -> assertThat(rule.get("ToPort").asInt()).isEqualTo(443));
        assertThat(LOCAL.all("base", "AWS::EC2::SecurityGroupEgress"))
                .allSatisfy(rule -> assertThat(rule.get("ToPort").asInt()).isEqualTo(3000)).hasSize(5);
    }

    @Test
    void usersReachTheLoadBalancerAndNothingElse() {
        assertThat(groups(PROD).filter(group -> group.has("SecurityGroupIngress")
                && !group.get("GroupDescription").asString().startsWith("Load"))).isEmpty();
        assertThat(groups(PROD).flatMap(group -> group.path("SecurityGroupIngress").valueStream())
                .map(rule -> rule.get("FromPort").asInt())).containsExactlyInAnyOrder(80, 443);
    }

    @Test
    void undeclaredPathIsAnsweredWith404() {
        JsonNode action = LOCAL.only("base", "AWS::ElasticLoadBalancingV2::Listener").at("/DefaultActions/0");

        assertThat(action.get("Type").asString()).isEqualTo("fixed-response");
        assertThat(action.at("/FixedResponseConfig/StatusCode").asString()).isEqualTo("404");
    }

    @Test
    void certificateMakesHttpRedirectToHttps() {
        List<JsonNode> listeners = PROD.all("base", "AWS::ElasticLoadBalancingV2::Listener");

        assertThat(listeners).filteredOn(listener -> listener.get("Port").asInt() == 80).singleElement()
                .satisfies(http -> assertThat(http.at("/DefaultActions/0/RedirectConfig/Protocol").asString())
                        .isEqualTo("HTTPS"));
        assertThat(listeners).filteredOn(listener -> listener.get("Port").asInt() == 443).singleElement()
                .satisfies(https -> {
                    assertThat(https.at("/Certificates/0/CertificateArn").asString()).startsWith("arn:aws:acm:");
                    assertThat(https.get("SslPolicy").asString()).contains("TLS13");
                    assertThat(https.at("/DefaultActions/0/FixedResponseConfig/StatusCode").asString())
                            .isEqualTo("404");
                });
    }

    @Test
    void loadBalancerWaitsLongerThanTheSlowestService() {
        assertThat(attribute(LOCAL, "idle_timeout.timeout_seconds")).isEqualTo("20");
    }

    @Test
    void accessLogsAndDeletionProtectionAreThereWhereAsked() {
        assertThat(attribute(PROD, "access_logs.s3.enabled")).isEqualTo("true");
        assertThat(attribute(PROD, "deletion_protection.enabled")).isEqualTo("true");
        assertThat(attribute(LOCAL, "access_logs.s3.enabled")).isNull();
        assertThat(attribute(LOCAL, "deletion_protection.enabled")).isEqualTo("false");
    }

    @Test
    void clusterHasEnhancedInsightsAndTheMeshNamespaceAsItsDefault() {
        JsonNode cluster = LOCAL.only("base", "AWS::ECS::Cluster");

        assertThat(cluster.at("/ClusterSettings/0/Value").asString()).isEqualTo("enhanced");
        assertThat(cluster.at("/ServiceConnectDefaults/Namespace").isMissingNode()).isFalse();
        assertThat(LOCAL.only("base", "AWS::ServiceDiscovery::HttpNamespace").get("Name").asString())
                .isEqualTo("local.highlands.local");
    }

    @Test
    void networkHasThreeKindsOfSubnetInEachZoneAndFlowLogs() {
        assertThat(LOCAL.all("base", "AWS::EC2::Subnet")).hasSize(6);
        assertThat(PROD.all("base", "AWS::EC2::Subnet")).hasSize(9);
        assertThat(PROD.all("base", "AWS::EC2::NatGateway")).hasSize(3);
        assertThat(LOCAL.only("base", "AWS::EC2::FlowLog").get("TrafficType").asString()).isEqualTo("ALL");
    }

    /** Free, and layers of images come from S3 (VPC user guide, "Gateway endpoints for Amazon S3"). */
    @Test
    void privateSubnetsReachS3WithoutTheNatGateway() {
        JsonNode endpoint = PROD.only("base", "AWS::EC2::VPCEndpoint");

        assertThat(endpoint.get("VpcEndpointType").asString()).isEqualTo("Gateway");
        assertThat(endpoint.get("ServiceName").toString()).contains(".s3");
        assertThat(endpoint.get("RouteTableIds").size()).isGreaterThanOrEqualTo(3);
    }

    /** Five Elastic IP addresses per Region are what an account begins with (VPC quotas, L-0263D0A3). */
    @Test
    void environmentsTogetherFitIntoTheFirstQuotaOfElasticAddresses() {
        assertThat(Stream.of("dev", "staging", "prod")
                .mapToInt(environment -> Assembly.of(environment).all("base", "AWS::EC2::EIP").size()).sum())
                .isLessThanOrEqualTo(5);
    }

    @Test
    void usersComeFromTheRangesThatAreNamed() {
        var file = EnvironmentFile.of("local").plus("loadBalancer: {allowFrom: [203.0.113.0/24, 198.51.100.7/32]}");

        assertThat(groups(Assembly.of(file)).flatMap(group -> group.path("SecurityGroupIngress").valueStream())
                .map(rule -> rule.get("CidrIp").asString())).containsExactlyInAnyOrder("203.0.113.0/24",
                        "198.51.100.7/32");
    }

    @Test
    void privateSubnetHoldsTwiceTheTasks() {
        assertThat(LOCAL.all("base", "AWS::EC2::Subnet")).extracting(subnet -> subnet.get("CidrBlock").asString())
                .filteredOn(cidr -> cidr.endsWith("/22")).hasSize(2);
    }

    @Test
    void stacksOfAnEnvironmentThatKeepsDataAreProtected() {
        assertThat(PROD.parts()).allMatch(part -> PROD.property(part, "terminationProtection").asBoolean());
        assertThat(LOCAL.parts()).filteredOn(part -> !Assembly.IMAGES.equals(part))
                .noneMatch(part -> LOCAL.property(part, "terminationProtection").asBoolean(false));
    }

    @Test
    void everyLogGroupForgets() {
        for (Assembly assembly : List.of(LOCAL, PROD)) {
            for (String part : assembly.parts()) {
                assertThat(assembly.all(part, "AWS::Logs::LogGroup")).as(part)
                        .allSatisfy(group -> assertThat(group.get("RetentionInDays").asInt()).isPositive());
            }
        }
    }

    private static Stream<JsonNode> groups(Assembly assembly) {
        return assembly.all("base", "AWS::EC2::SecurityGroup").stream();
    }

    private static String attribute(Assembly assembly, String key) {
        return assembly.only("base", "AWS::ElasticLoadBalancingV2::LoadBalancer").get("LoadBalancerAttributes")
                .valueStream().filter(attribute -> key.equals(attribute.get("Key").asString()))
                .map(attribute -> attribute.get("Value").asString()).findFirst().orElse(null);
    }
}
