// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.Platform;
import io.highlands.local.template.ServiceSpec;
import io.highlands.local.template.TargetRegistration;

import static io.highlands.local.template.reader.Fixture.SERVICE_A;
import static io.highlands.local.template.reader.Fixture.SERVICE_B;
import static org.assertj.core.api.Assertions.assertThat;

class ServicesTest {

    private static final String SERVICE = "highlands-test-service-a/Service ";

    @TempDir
    private Path folder;

    @Test
    void deploymentSettingsAreRead() {
        ServiceSpec service = Fixture.in(folder).service("service-a");

        assertThat(service.desiredCount()).isEqualTo(2);
        assertThat(service.minimumHealthyPercent()).isEqualTo(100);
        assertThat(service.maximumPercent()).isEqualTo(200);
        assertThat(service.circuitBreaker()).isTrue();
        assertThat(service.rollback()).isTrue();
        assertThat(service.healthCheckGracePeriod()).hasSeconds(60);
    }

    @Test
    void aServiceWithoutBreakerGoesOnTrying() {
        ServiceSpec service = Fixture.in(folder).service("service-b");

        assertThat(service.circuitBreaker()).isFalse();
        assertThat(service.rollback()).isFalse();
    }

    @Test
    void theCountStaysWithinTheBoundsOfScaling() {
        assertThat(Fixture.in(folder).service("service-b").desiredCount()).isEqualTo(3);
    }

    @Test
    void securityGroupsAreThoseOfTheBaseStack() {
        Platform platform = Fixture.in(folder).read();
        String group = platform.rules().stream().filter(rule -> rule.fromPort() == 3000).findFirst().orElseThrow()
                .groupId();

        assertThat(platform.services().getFirst().securityGroups()).containsExactly(group);
    }

    @Test
    void targetsNameTheGroupContainerAndPort() {
        Platform platform = Fixture.in(folder).read();

        assertThat(platform.services().getFirst().targets()).containsExactly(new TargetRegistration(
                platform.loadBalancer().targetGroups().getFirst().arn(), "service-a", 3000));
    }

    @Test
    void aTargetContainerThatIsNoneIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "{'ContainerName': 'service-a'", "{'ContainerName': 'web'").isRefused(SERVICE
                + "LoadBalancers[0].ContainerName: 'web' is not a container of the task definition; "
                + "allowed: service-a, ready");
    }

    @Test
    void aTargetPortThatIsNoneIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'ContainerPort': 3000, 'Target", "'ContainerPort': 8080, 'Target")
                .isRefused(SERVICE + "LoadBalancers[0].ContainerPort: 8080 is not a port of container 'service-a'; "
                        + "allowed: 3000");
    }

    @Test
    void aTaskDefinitionThatIsNoneIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'TaskDefinition': {'Ref': 'Task'}", "'TaskDefinition': {'Ref': 'Logs'}")
                .isRefused(SERVICE + "TaskDefinition: '/highlands/test/service-a' is not a task definition of this "
                        + "environment; allowed: "
                        + "arn:aws:ecs:eu-west-1:000000000000:task-definition/highlands-test-service-a:1, "
                        + "arn:aws:ecs:eu-west-1:000000000000:task-definition/highlands-test-service-b:1");
    }

    @Test
    void anUnknownReferenceIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'TaskDefinition': {'Ref': 'Task'}", "'TaskDefinition': {'Ref': 'Tusk'}")
                .isRefused(SERVICE + "TaskDefinition: 'Tusk' is neither a resource nor a parameter of this stack");
    }

    @Test
    void anotherClusterIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'Cluster': 'highlands-test'", "'Cluster': 'other'").isRefused(
                SERVICE + "Cluster: 'other' is not a cluster of this environment; allowed: highlands-test");
    }

    @Test
    void twoServicesOfOneNameAreRefused() {
        Fixture.in(folder).with(SERVICE_B, "'ServiceName': 'service-b'", "'ServiceName': 'service-a'").isRefused(
                "highlands-test-service-b/Service ServiceName: 'service-a' is the name of "
                        + "highlands-test-service-a/Service already");
    }

    @Test
    void percentsThatLeaveNoRoomAreRefused() {
        Fixture.in(folder).with(SERVICE_A, "'MaximumPercent': 200", "'MaximumPercent': 100").isRefused(SERVICE
                + "DeploymentConfiguration.MaximumPercent: 100 leaves no room to replace a task; it must be more than "
                + "MinimumHealthyPercent");
    }

    @Test
    void anExternalDeploymentControllerIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'DesiredCount': 2,",
                "'DesiredCount': 2, 'DeploymentController': {'Type': 'CODE_DEPLOY'},").isRefused(
                        SERVICE
                                + "DeploymentController.Type: 'CODE_DEPLOY' is not allowed; allowed: ECS");
    }

    @Test
    void anImportThatNobodyExportsIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'highlands-test-base:GroupA'", "'highlands-test-base:GroupZ'")
                .isRefused(SERVICE + "NetworkConfiguration.AwsvpcConfiguration.SecurityGroups[0]: no stack exports "
                        + "'highlands-test-base:GroupZ'");
    }
}
