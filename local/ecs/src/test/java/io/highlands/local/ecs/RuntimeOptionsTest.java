// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.error.PortTakenException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RuntimeOptionsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeImages() {
        new TestImages(folder.resolve("images")).with("app", TestImages.HEALTHY);
    }

    @Test
    void refusesToScaleAServiceThatIsNotThere() {
        assertThatThrownBy(
                () -> new RunningPlatform(folder, Map.of("ap", 2), TestService.platform(new TestService("app"))))
                .isInstanceOf(EcsException.class).hasMessage("--scale ap=2: no such service; there are: app");
    }

    @Test
    void refusesANumberOfTasksThatNoMachineHas() {
        assertThatThrownBy(
                () -> new RunningPlatform(folder, Map.of("app", -1), TestService.platform(new TestService("app"))))
                .isInstanceOf(EcsException.class).hasMessage("app=-1: the number of tasks must be 0 to 50");
    }

    @Test
    void saysInOneLineThatAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            EcsOptions options = new EcsOptions(folder.resolve("state"), folder.resolve("images"),
                    Path.of(System.getProperty("java.home"))).withLoadBalancerPort(taken.getLocalPort());

            assertThatThrownBy(() -> new EcsRuntime(options, TestService.platform(new TestService("app").balanced())))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessage("127.0.0.1:" + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void namesTheTasksThereAreWhenOneIsNot() {
        try (RunningPlatform platform = new RunningPlatform(folder, TestService.platform(new TestService("app")))
                .start()) {
            String id = platform.onlyTask("app").id();

            assertThatThrownBy(() -> platform.runtime().stopTask("nobody", "asked for"))
                    .isInstanceOf(EcsException.class).hasMessage("no task 'nobody'; there are: " + id);
            assertThatThrownBy(() -> platform.runtime().forceNewDeployment("nobody"))
                    .isInstanceOf(EcsException.class).hasMessage("no service 'nobody'; there are: app");
        }
    }

    @Test
    void handsEveryLineToWhoeverWantsIt() {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        EcsOptions options = new EcsOptions(folder.resolve("state"), folder.resolve("images"),
                Path.of(System.getProperty("java.home"))).withFirstSlot(150)
                .withLogs((service, task, container, line) -> lines.add(service + " " + container + " " + line));
        try (EcsRuntime runtime = new EcsRuntime(options, TestService.platform(new TestService("app")))) {
            runtime.start();
            runtime.awaitStable(RunningPlatform.TIMEOUT);
        }
        assertThat(lines).containsExactly("app app started app", "app app terminated");
    }
}
