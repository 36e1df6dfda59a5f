// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

import io.highlands.infra.settings.Environments;
import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.DeclaredServices;
import io.highlands.infra.support.EnvironmentFile;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceStackTest {

    @SuppressWarnings("unused") // Named by FieldSource
    private static final Iterable<String> ENVIRONMENTS = Environments.NAMES;
    private static final String SERVICE = "AWS::ECS::Service";
    private static final String TASK = "AWS::ECS::TaskDefinition";
    private static final Assembly LOCAL = Assembly.of("local");
    private static final Assembly PROD = Assembly.of("prod");

    @ParameterizedTest
    @CsvSource({"service-a, 8080, 10", "service-b, 8082, 15", "service-c, 8081, 5"})
    void meshHasEachServiceUnderItsNameAndDeadline(String name, int port, int deadline) {
        JsonNode mesh = LOCAL.only(name, SERVICE).get("ServiceConnectConfiguration");

        assertThat(mesh.get("Namespace").asString()).isEqualTo("local.highlands.local");
        JsonNode server = mesh.at("/Services/0");
        assertThat(server.get("PortName").asString()).isEqualTo("web");
        assertThat(server.get("DiscoveryName").asString()).isEqualTo(name);
        assertThat(server.at("/ClientAliases/0/DnsName").asString()).isEqualTo(name);
        assertThat(server.at("/ClientAliases/0/Port").asInt()).isEqualTo(port);
        assertThat(server.at("/Timeout/PerRequestTimeoutSeconds").asInt()).isEqualTo(deadline);
    }

    @Test
    void meshLogsEachRequestAsJsonWithoutQueries() {
        JsonNode mesh = LOCAL.only("service-c", SERVICE).get("ServiceConnectConfiguration");

        assertThat(mesh.at("/AccessLogConfiguration/Format").asString()).isEqualTo("JSON");
        assertThat(mesh.at("/AccessLogConfiguration/IncludeQueryParameters").asString()).isEqualTo("DISABLED");
        assertThat(mesh.at("/LogConfiguration/LogDriver").asString()).isEqualTo("awslogs");
        assertThat(mesh.at("/LogConfiguration/Options/mode").asString()).isEqualTo("non-blocking");
    }

    @Test
    void meshIsEncryptedWhereAPrivateAuthorityIsNamed() {
        assertThat(PROD.only("service-c", SERVICE).at(
                "/ServiceConnectConfiguration/Services/0/Tls/IssuerCertificateAuthority/AwsPcaAuthorityArn").asString())
                .startsWith("arn:aws:acm-pca:");
        assertThat(PROD.only("service-b", "AWS::ElasticLoadBalancingV2::TargetGroup").get("Protocol").asString())
                .isEqualTo("HTTPS");
        assertThat(LOCAL.only("service-c", SERVICE).at("/ServiceConnectConfiguration/Services/0").has("Tls"))
                .isFalse();
        assertThat(LOCAL.only("service-b", "AWS::ElasticLoadBalancingV2::TargetGroup").get("Protocol").asString())
                .isEqualTo("HTTP");
    }

    @Test
    void serviceIsToldItsUpstreamsAndHowLongToWaitForThem() {
        assertThat(LOCAL.variable("service-b", "SERVICE_A_URL")).isEqualTo("http://service-a:8080");
        assertThat(LOCAL.variable("service-b", "SERVICE_A_TIMEOUT")).isEqualTo("11s");
        assertThat(LOCAL.variable("service-b", "SERVICE_C_URL")).isEqualTo("http://service-c:8081");
        assertThat(LOCAL.variable("service-b", "SERVICE_C_TIMEOUT")).isEqualTo("6s");
        assertThat(LOCAL.variable("service-a", "SERVICE_B_URL")).isEqualTo("http://service-b:8082");
        assertThat(LOCAL.variable("service-a", "SERVICE_B_TIMEOUT")).isEqualTo("8s");
    }

    @Test
    void serviceIsToldNothingOfServicesThatItDoesNotCall() {
        assertThat(LOCAL.variable("service-a", "SERVICE_C_URL")).isNull();
        assertThat(LOCAL.variable("service-c", "SERVICE_A_URL")).isNull();
    }

    @Test
    void serviceIsToldWhoAndWhereItIs() {
        assertThat(PROD.variable("service-a", "BIND_ADDRESS")).isEqualTo("0.0.0.0:3000");
        assertThat(PROD.variable("service-a", "HIGHLANDS_SERVICE")).isEqualTo("service-a");
        assertThat(PROD.variable("service-a", "HIGHLANDS_ENV")).isEqualTo("prod");
        assertThat(PROD.variable("service-a", "HIGHLANDS_DRAIN")).isEqualTo("25s");
        assertThat(LOCAL.variable("service-a", "HIGHLANDS_DRAIN")).isEqualTo("1s");
    }

    @Test
    void stoppingTaskOutlivesItsDrainAndItsLongestRequest() {
        assertThat(PROD.container("service-b", "service-b").get("StopTimeout").asInt()).isEqualTo(25 + 15 + 5);
        assertThat(LOCAL.container("service-c", "service-c").get("StopTimeout").asInt()).isEqualTo(1 + 5 + 5);
    }

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void containersLeaveRoomForTheProxy(String environment) {
        for (String name : DeclaredServices.EXAMPLE.names()) {
            JsonNode task = Assembly.of(environment).only(name, TASK);
            int cpu = task.get("ContainerDefinitions").valueStream().mapToInt(it -> it.path("Cpu").asInt(0)).sum();
            int memory = task.get("ContainerDefinitions").valueStream().mapToInt(it -> it.path("Memory").asInt(0))
                    .sum();

            assertThat(Integer.parseInt(task.get("Cpu").asString()) - cpu).isGreaterThanOrEqualTo(256);
            assertThat(Integer.parseInt(task.get("Memory").asString()) - memory).isGreaterThanOrEqualTo(64);
        }
    }

    @Test
    void taskRunsOnArmWithAReadOnlyRootAndWithoutRoot() {
        JsonNode task = PROD.only("service-a", TASK);
        JsonNode container = PROD.container("service-a", "service-a");

        assertThat(task.at("/RuntimePlatform/CpuArchitecture").asString()).isEqualTo("ARM64");
        assertThat(container.get("ReadonlyRootFilesystem").asBoolean()).isTrue();
        assertThat(container.get("User").asString()).isEqualTo("10001:10001");
        assertThat(container.at("/MountPoints/0/ContainerPath").asString()).isEqualTo("/tmp");
    }

    @Test
    void taskIsRunningOnlyWhenTheServiceIsHealthy() {
        JsonNode gate = LOCAL.container("service-a", "ready");

        assertThat(gate.at("/DependsOn/0/ContainerName").asString()).isEqualTo("service-a");
        assertThat(gate.at("/DependsOn/0/Condition").asString()).isEqualTo("HEALTHY");
        assertThat(gate.get("Essential").asBoolean()).isFalse();
        assertThat(gate.get("Cpu").asInt()).isZero();
        assertThat(gate.get("Image")).isEqualTo(LOCAL.container("service-a", "service-a").get("Image"));
        assertThat(texts(gate.get("EntryPoint"))).containsExactly("/app/launch");
        assertThat(texts(gate.get("Command"))).containsExactly("health");
    }

    /**
     * CloudFormation deregisters a revision that it replaces unless it is retained (aws-cdk issue 24372), and
     * UpdateService refuses one that is INACTIVE (ECS API reference, DeregisterTaskDefinition).
     */
    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void replacedRevisionStaysActiveForARollBackAndTheLastGoesWithItsStack(String environment) {
        for (String name : DeclaredServices.EXAMPLE.names()) {
            assertThat(Assembly.of(environment).resources(name, TASK)).singleElement().satisfies(task -> {
                assertThat(task.path("UpdateReplacePolicy").asString()).isEqualTo("Retain");
                assertThat(task.path("DeletionPolicy").asString()).isEqualTo("Delete");
            });
        }
    }

    /** The port and protocol that service-connect-tls asks for, written out where the mesh has no TLS too. */
    @ParameterizedTest
    @CsvSource({"local, HTTP", "staging, HTTPS", "prod, HTTPS"})
    void healthChecksOfTargetsNameProtocolAndPort(String environment, String protocol) {
        JsonNode group = Assembly.of(environment).only("service-b", "AWS::ElasticLoadBalancingV2::TargetGroup");

        assertThat(group.get("HealthCheckProtocol").asString()).isEqualTo(protocol);
        assertThat(group.get("HealthCheckPort").asString()).isEqualTo("3000");
    }

    @Test
    void healthIsAskedWithoutAJvm() {
        assertThat(texts(LOCAL.container("service-a", "service-a").at("/HealthCheck/Command"))).containsExactly("CMD",
                "/app/launch", "health");
    }

    @Test
    void deploymentKeepsAllTasksAndRollsBackByItself() {
        JsonNode deployment = PROD.only("service-b", SERVICE).get("DeploymentConfiguration");

        assertThat(deployment.get("MinimumHealthyPercent").asInt()).isEqualTo(100);
        assertThat(deployment.get("MaximumPercent").asInt()).isEqualTo(200);
        assertThat(deployment.at("/DeploymentCircuitBreaker/Enable").asBoolean()).isTrue();
        assertThat(deployment.at("/DeploymentCircuitBreaker/Rollback").asBoolean()).isTrue();
    }

    @Test
    void scalingOwnsTheCountWhereItIsAskedFor() {
        JsonNode target = PROD.only("service-a", "AWS::ApplicationAutoScaling::ScalableTarget");

        assertThat(target.get("MinCapacity").asInt()).isEqualTo(2);
        assertThat(target.get("MaxCapacity").asInt()).isEqualTo(6);
        assertThat(PROD.only("service-a", SERVICE).has("DesiredCount")).isFalse();
        assertThat(LOCAL.all("service-a", "AWS::ApplicationAutoScaling::ScalableTarget")).isEmpty();
        assertThat(LOCAL.only("service-a", SERVICE).get("DesiredCount").asInt()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"service-a, /time", "service-b, /"})
    void loadBalancerForwardsExactlyTheDeclaredPaths(String name, String path) {
        JsonNode rule = LOCAL.only(name, "AWS::ElasticLoadBalancingV2::ListenerRule");

        assertThat(texts(rule.at("/Conditions/0/PathPatternConfig/Values"))).containsExactly(path);
        assertThat(rule.get("Conditions").size()).isOne();
    }

    @Test
    void serviceWithoutPublicPathIsUnknownToTheLoadBalancer() {
        assertThat(LOCAL.all("service-c", "AWS::ElasticLoadBalancingV2::TargetGroup")).isEmpty();
        assertThat(LOCAL.only("service-c", SERVICE).has("LoadBalancers")).isFalse();
    }

    @Test
    void imageComesByTagOrByDigest() {
        String digest = "sha256:" + "0a".repeat(32);
        var file = EnvironmentFile.of("local").with("  service-c:\n", "  service-c:\n    image: " + digest + "\n");
        Assembly assembly = Assembly.of(file);

        assertThat(assembly.container("service-a", "service-a").get("Image").toString())
                .contains("/highlands/service-a:local");
        assertThat(assembly.container("service-c", "service-c").get("Image").toString())
                .contains("/highlands/service-c@" + digest);
    }

    @Test
    void executionRoleReachesItsOwnRepositoryAndLogsOnly() {
        JsonNode execution = PROD.policyOf("service-c", "TaskExecutionRole");
        String policy = execution.toString();

        assertThat(policy).contains("repository/highlands/service-c").doesNotContain("service-a", "service-b");
        assertThat(execution.at("/PolicyDocument/Statement").valueStream()
                .filter(statement -> "*".equals(statement.get("Resource").asString("")))
                .map(statement -> statement.get("Action").asString())).containsExactly("ecr:GetAuthorizationToken");
    }

    @Test
    void taskRoleMayPublishItsEnvironmentsMetricsAndNothingElse() {
        assertThat(PROD.all("service-a", "AWS::IAM::Role")
                .stream().filter(role -> role.toString().contains("ecs-tasks.amazonaws.com"))).hasSize(2)
                .noneMatch(role -> role.has("ManagedPolicyArns") || role.has("Policies"));
        JsonNode statements = PROD.policyOf("service-a", "TaskTaskRole").at("/PolicyDocument/Statement");
        assertThat(statements.size()).isOne();
        assertThat(statements.at("/0/Action").asString()).isEqualTo("cloudwatch:PutMetricData");
        assertThat(statements.at("/0/Condition").toString())
                .isEqualTo("{\"StringEquals\":{\"cloudwatch:namespace\":\"Highlands/prod\"}}");
    }

    @Test
    void serviceIsToldToPublishAndHowOften() {
        assertThat(PROD.variable("service-a", "HIGHLANDS_METRICS_ENABLED")).isEqualTo("true");
        assertThat(PROD.variable("service-a", "HIGHLANDS_METRICS_STEP")).isEqualTo("60s");
        assertThat(Assembly.of(EnvironmentFile.of("local").plus("metrics: {step: 10s}")).variable("service-a",
                "HIGHLANDS_METRICS_STEP")).isEqualTo("10s");
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
