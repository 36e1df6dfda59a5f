// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What CloudFormation does with task definitions when a stack is updated. Sources: AWS CloudFormation user guide,
 * "UpdateReplacePolicy attribute" (the replacement is created first, then the old resource is deleted, which for a task
 * definition is DeregisterTaskDefinition; with {@code Retain} it is kept); moto's {@code ecs/models.py} does the same without
 * the policy.
 */
class StackUpdatesTest {

    @TempDir
    private Path folder;

    private RunningPlatform platform;

    @BeforeEach
    void start() {
        new TestImages(folder.resolve("images")).with("app", TestImages.HEALTHY).with("broken", TestImages.BROKEN);
        platform = new RunningPlatform(folder, TestService.platform(version("one"))).start();
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void theReplacedRevisionIsInactiveAndCannotBeDeployed() throws Exception {
        deploy(version("two"));

        assertThat(active()).containsExactly("app:2");
        assertThatThrownBy(() -> platform.runtime().deploy("app", "app:1")).isInstanceOf(EcsException.class)
                .hasMessage("task definition 'app:1' is INACTIVE; allowed: app:2");
    }

    @Test
    void aReplacedRevisionThatItsTemplateRetainsStaysActiveAndCanBeDeployed() throws Exception {
        deploy(version("two").retained(true));
        assertThat(active()).containsExactly("app:1", "app:2");

        platform.runtime().deploy("app", "app:1").get(20, TimeUnit.SECONDS);
        assertThat(running()).isEqualTo("app:1");
    }

    @Test
    void theRevisionIsActiveUntilTheDeploymentThatReplacesItIsOver() throws Exception {
        CompletableFuture<Void> done = begin(version("two"));
        RunningPlatform.await("the second revision", () -> revisions().contains("app:2"));
        if (!done.isDone()) {
            assertThat(active()).contains("app:1");
        }
        done.get(20, TimeUnit.SECONDS);
    }

    @Test
    void theContentOfAnEarlierTemplateIsANewRevision() throws Exception {
        deploy(version("two"));
        deploy(version("one"));

        assertThat(running()).isEqualTo("app:3");
        assertThat(active()).containsExactly("app:3");
    }

    @Test
    void anUpdateThatIsRolledBackDeregistersItsOwnRevision() {
        CompletableFuture<Void> failed = begin(version("two").image("broken").retained(true));

        assertThatThrownBy(() -> failed.get(20, TimeUnit.SECONDS))
                .hasMessageContaining("app cannot be started: 3 tasks failed");
        assertThat(active()).containsExactly("app:1");
        assertThat(running()).isEqualTo("app:1");
    }

    @Test
    void aSecondUpdateAfterAFailedOneIsDeployed() throws Exception {
        CompletableFuture<Void> failed = begin(version("two").image("broken"));
        assertThatThrownBy(() -> failed.get(20, TimeUnit.SECONDS)).isInstanceOf(Exception.class);

        deploy(version("three"));
        assertThat(running()).isEqualTo("app:3");
    }

    /** CloudFormation compares templates and does not look at what UpdateService made of the service. */
    @Test
    void anUnchangedTemplateLeavesARollBackByHandAlone() throws Exception {
        deploy(version("two").retained(true));
        platform.runtime().deploy("app", "app:1").get(20, TimeUnit.SECONDS);
        deploy(version("two").retained(true));

        assertThat(running()).isEqualTo("app:1");
    }

    @Test
    void aChangeOfTheServiceAloneBringsTheStacksRevisionBack() throws Exception {
        deploy(version("two").retained(true));
        platform.runtime().deploy("app", "app:1").get(20, TimeUnit.SECONDS);
        deploy(version("two").retained(true).desired(2));

        assertThat(running()).isEqualTo("app:2");
    }

    /** DeregisterTaskDefinition of ECS's API reference: services that refer to an INACTIVE one can still scale. */
    @Test
    void aServiceWhoseRevisionIsInactiveStillScales() throws Exception {
        platform.runtime().taskDefinitions().deregister("app:1");
        platform.runtime().setDesiredCount("app", 2).get(20, TimeUnit.SECONDS);

        assertThat(platform.tasks("app")).extracting(TaskSnapshot::taskDefinition).containsOnly("app:1").hasSize(2);
    }

    /** Recorded in aws/aws-cdk#33195: the update of a stack whose task definition somebody deregistered fails. */
    @Test
    void anUpdateThatKeepsADeregisteredTaskDefinitionFails() {
        platform.runtime().taskDefinitions().deregister("app:1");
        CompletableFuture<Void> failed = begin(version("one").desired(2));

        assertThatThrownBy(() -> failed.get(20, TimeUnit.SECONDS)).hasMessageContaining("'app:1' is INACTIVE");
    }

    /** aws-cloudformation/cloudformation-coverage-roadmap#1543: a change of the policy alone is none. */
    @Test
    void aChangeOfThePolicyAloneIsNoUpdate() throws Exception {
        String task = platform.onlyTask("app").id();
        deploy(version("one").retained(true));

        assertThat(platform.onlyTask("app").id()).isEqualTo(task);
        assertThat(revisions()).containsExactly("app:1");
    }

    private static TestService version(String name) {
        return new TestService("app").variable("HIGHLANDS_SERVICE", name);
    }

    private void deploy(TestService service) throws Exception {
        begin(service).get(20, TimeUnit.SECONDS);
    }

    private CompletableFuture<Void> begin(TestService service) {
        return platform.runtime().apply(TestService.platform(service), RollOrder.ONE_AFTER_ANOTHER,
                Duration.ofMinutes(1));
    }

    private String running() {
        return platform.service("app").deployments().getFirst().taskDefinition();
    }

    private List<String> revisions() {
        return platform.runtime().taskDefinitions().all().stream().map(TaskDefinitionRevision::name).toList();
    }

    private List<String> active() {
        return platform.runtime().taskDefinitions().all().stream().filter(TaskDefinitionRevision::isActive)
                .map(TaskDefinitionRevision::name).toList();
    }
}
