// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.ecs.RollOrder;
import io.highlands.local.ecs.RunningPlatform;
import io.highlands.local.ecs.TestImages;
import io.highlands.local.ecs.TestService;
import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.RunbookFolder;
import io.highlands.local.runbook.Step;
import io.highlands.local.template.Platform;
import io.highlands.local.template.Stacks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The roll-back of {@code runbooks/deploy-and-roll-back.md} after a second deployment of a stack, by the page's own commands:
 * it works where the template retains the replaced revision, and fails as AWS says where it does not.
 */
@ResourceLock("tasks")
class RollBackPageTest {

    private static final String GOOD = "highlands-test-app:1";
    private static final String BAD = "highlands-test-app:2";

    @TempDir
    private Path folder;

    private final Runbook page = new RunbookFolder(Path.of("../../runbooks")).find("deploy-and-roll-back")
            .orElseThrow();

    @Test
    void theRevisionBeforeRunsAgainWhereItIsRetained() throws Exception {
        try (PlatformApis api = deployedTwice(true)) {
            assertThat(step("good-is-active").saysHealthy(run(api, "good-is-active").out())).isTrue();
            assertThat(run(api, "revisions").out()).containsSubsequence(BAD, GOOD);
            assertThat(run(api, "roll-back").out().strip()).endsWith(":task-definition/" + GOOD);
            assertThat(run(api, "undo-roll-back").out().strip()).endsWith(":task-definition/" + BAD);
        }
    }

    /** ClientException, "TaskDefinition is inactive": recorded in aws/aws-cdk#33195. */
    @Test
    void theRollBackFailsAsInAwsWhereCloudFormationDeregisteredTheRevision() throws Exception {
        try (PlatformApis api = deployedTwice(false)) {
            assertThat(step("good-is-active").saysSick(run(api, "good-is-active").out())).isTrue();
            assertThat(run(api, "revisions").out()).contains(BAD).doesNotContain(GOOD);
            Child.Result refused = run(api, "roll-back");
            assertThat(refused.code()).isNotZero();
            assertThat(refused.err().strip()).endsWith("An error occurred (ClientException) when calling the "
                    + "UpdateService operation: TaskDefinition is inactive");
        }
    }

    /** The commands that a reader types are on the path that the page names: the root of the repository. */
    @ParameterizedTest
    @ValueSource(strings = {"npx ", "cdk diff", "cdk deploy", "cd platform-infra"})
    void thePageCallsTheCommandFromTheRootOfTheRepository(String other) {
        assertThat(page.text()).contains("\n./highlands diff ENV\n./highlands deploy ENV\n").doesNotContain(other)
                .doesNotContainPattern("(?m)^highlands ");
    }

    /** A wrong name or Region prints nothing, which is no proof that a guard watches the deployment. */
    @ParameterizedTest
    @ValueSource(strings = {"guards-are-ok", "guards-are-still-ok"})
    void guardsThatAreNotThereAreNotHealthy(String name) {
        assertThat(step(name).saysHealthy("")).isFalse();
        assertThat(step(name).saysHealthy("highlands-prod-deployment-guard-service-a\tOK\n")).isTrue();
        assertThat(step(name).next()).startsWith("nothing printed");
    }

    private PlatformApis deployedTwice(boolean retained) throws Exception {
        new TestImages(folder.resolve("images")).with("app", TestImages.HEALTHY);
        Platform first = TestService.platform(version("one", retained));
        RunningPlatform running = new RunningPlatform(folder, first).start();
        PlatformApis api = new PlatformApis(folder, running, () -> first, Stacks.NONE);
        running.runtime()
                .apply(TestService.platform(version("two", retained)), RollOrder.ONE_AFTER_ANOTHER,
                        Duration.ofMinutes(1))
                .get(20, TimeUnit.SECONDS);
        return api;
    }

    private static TestService version(String name, boolean retained) {
        return new TestService("app").family("highlands-test-app").variable("HIGHLANDS_SERVICE", name)
                .retained(retained);
    }

    private Step step(String name) {
        return page.step(name).orElseThrow();
    }

    private Child.Result run(PlatformApis api, String step) {
        return api.shell("export HIGHLANDS_ENV=test SERVICE=app GOOD=" + GOOD + " BAD=" + BAD + "\n"
                + step(step).command());
    }
}
