// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.HealthCheckSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What is left of an update that fails: nothing. Source: AWS CloudFormation user guide, "Choose how to handle failures when
 * provisioning resources": by default all resources of a stack are rolled back to the last known stable state. Here that
 * holds for all stacks of an environment together.
 */
class StackRollBackTest {

    @TempDir
    private Path folder;

    private TestImages images;

    @BeforeEach
    void writeImages() {
        images = new TestImages(folder.resolve("images")).with("app", TestImages.HEALTHY)
                .with("other", TestImages.HEALTHY).with("broken", TestImages.BROKEN);
    }

    @Test
    void servicesThatWereUpdatedBeforeTheOneThatFailedRunWhatTheyRan() {
        try (RunningPlatform platform = start(new TestService("app"), new TestService("other"))) {
            assertThatThrownBy(() -> apply(platform, new TestService("app").variable("HIGHLANDS_SERVICE", "two"),
                    new TestService("other").image("broken")))
                    .hasMessageContaining("other cannot be started: 3 tasks failed");

            assertThat(settled(platform, "app").container("app").log()).hasContent("started app\n");
            assertThat(platform.service("other").stable()).isTrue();
        }
    }

    @Test
    void aHealthCheckThatFailsIsToldWithWhatItWrote() {
        var check = new HealthCheckSpec(List.of("CMD-SHELL", "echo '/nowhere: HTTP/1.1 404' >&2; exit 1"),
                Duration.ofMillis(100), Duration.ofSeconds(4), 1, Duration.ZERO);
        try (RunningPlatform platform = start(new TestService("app"))) {
            assertThatThrownBy(() -> apply(platform, new TestService("app").healthCheck(check)))
                    .hasMessageEndingWith("app cannot be started: 3 tasks failed; the last one: "
                            + "Task failed container health checks: /nowhere: HTTP/1.1 404");
        }
    }

    @Test
    void servicesThatTheUpdateCreatedAreRemoved() {
        try (RunningPlatform platform = start(new TestService("app"))) {
            assertThatThrownBy(() -> apply(platform, new TestService("app"), new TestService("other"),
                    new TestService("broken"))).hasMessageContaining("broken cannot be started: 3 tasks failed");

            RunningPlatform.await("the removal", () -> names(platform).equals(List.of("app")));
        }
    }

    @Test
    void aServiceWithoutACircuitBreakerGoesBackAsWell() {
        try (RunningPlatform platform = start(new TestService("app").withoutCircuitBreaker())) {
            assertThatThrownBy(() -> apply(platform, new TestService("app").withoutCircuitBreaker().image("broken")))
                    .hasMessageContaining("app cannot be started: 3 tasks failed");

            assertThat(platform.service("app").stable()).isTrue();
            assertThat(settled(platform, "app").container("app").log()).hasContent("started app\n");
        }
    }

    @Test
    void aBuildThatCannotStartLeavesTheEarlierImageRunningAndIsTriedAgain() throws Exception {
        images.with("other", TestImages.HEALTHY);
        try (RunningPlatform platform = start(new TestService("app"), new TestService("other"))) {
            images.with("app", "echo second; " + TestImages.HEALTHY).with("other", TestImages.BROKEN);
            assertThatThrownBy(() -> apply(platform, new TestService("app"), new TestService("other")))
                    .hasMessageContaining("other cannot be started");
            assertThat(settled(platform, "app").container("app").log()).content().doesNotContain("second");

            images.with("other", "echo third; " + TestImages.HEALTHY);
            apply(platform, new TestService("app"), new TestService("other"));
            assertThat(settled(platform, "app").container("app").log()).content().contains("second");
            assertThat(settled(platform, "other").container("other").log()).content().contains("third");
        }
    }

    @Test
    void aLoadBalancerThatCannotBeTakenAwayIsNamedAndNothingIsReplaced() {
        images.withHttp("web");
        try (RunningPlatform platform = start(new TestService("web").balanced())) {
            String task = platform.onlyTask("web").id();
            assertThatThrownBy(() -> apply(platform, new TestService("web").variable("HIGHLANDS_SERVICE", "two")))
                    .hasMessageContaining("a load balancer cannot be taken from a running platform;"
                            + " run 'highlands down' and 'highlands up'");

            assertThat(platform.onlyTask("web").id()).isEqualTo(task);
        }
    }

    /** The service's task once those that it replaces have ended. */
    private static TaskSnapshot settled(RunningPlatform platform, String service) {
        RunningPlatform.await("one task of " + service,
                () -> platform.service(service).stable() && platform.tasks(service).size() == 1);
        return platform.onlyTask(service);
    }

    private static List<String> names(RunningPlatform platform) {
        return platform.runtime().snapshot().services().stream().map(ServiceSnapshot::name).toList();
    }

    private static void apply(RunningPlatform platform, TestService... services) throws Exception {
        platform.runtime().apply(TestService.platform(services), RollOrder.ONE_AFTER_ANOTHER, Duration.ofMinutes(1))
                .get(40,
                        TimeUnit.SECONDS);
    }

    private RunningPlatform start(TestService... services) {
        return new RunningPlatform(folder, TestService.platform(services)).start();
    }
}
