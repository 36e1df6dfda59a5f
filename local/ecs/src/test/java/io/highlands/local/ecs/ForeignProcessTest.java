// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.mesh.Loopback;
import io.highlands.local.mesh.TaskEndpoints;
import io.highlands.local.template.Coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Processes of this machine in the place of an image that the build does not make, without a load balancer. */
class ForeignProcessTest {

    @TempDir
    Path folder;

    @Test
    void oneThatListensLateTakesThePlaceOfAnotherOnlyThen() throws Exception {
        writeProcess("sleep 1; exec '%s' -XX:+UseSerialGC -Xmx32m -cp '%s' %s".formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Path.of(HttpApp.class.getProtectionDomain().getCodeSource().getLocation().getPath()),
                HttpApp.class.getName()));
        try (RunningPlatform platform = new RunningPlatform(folder, TestService.platform(service())).start()) {
            CompletableFuture<Void> done = platform.runtime().forceNewDeployment("app");
            List<Long> listening = new ArrayList<>();
            RunningPlatform.await("the deployment", () -> {
                listening.add(platform.tasks("app").stream()
                        .filter(task -> task.lastStatus() == TaskStatus.RUNNING && listens(task.slot())).count());
                return done.isDone();
            });
            done.get(1, TimeUnit.SECONDS);

            assertThat(listening).isNotEmpty().allMatch(count -> count >= 1);
        }
    }

    @Test
    void oneThatNeverListensIsNamedWithItsPort() throws Exception {
        writeProcess("exec sleep 60");
        try (RunningPlatform platform = new RunningPlatform(folder, TestService.platform(service()))) {
            platform.runtime().start();
            RunningPlatform.await("a first task", () -> Files.isDirectory(folder.resolve("state/tasks")));
            RunningPlatform.await("the process", () -> platform.tasks("app").stream()
                    .anyMatch(task -> task.lastStatus() == TaskStatus.RUNNING));

            assertThatThrownBy(() -> platform.runtime().awaitStable(Duration.ofSeconds(1)))
                    .isInstanceOf(EcsException.class).message()
                    .startsWith("highlands-test-app/Service: app is not stable after 1 s: 0 of 1 tasks are healthy; "
                            + "container 'app' is not healthy yet: nothing listened on 127.0.0.1:")
                    .endsWith(", which PORT and {port} name");
        }
    }

    /** ip(7), {@code ip_unprivileged_port_start}: by default no user but root listens below 1024. */
    @Test
    void portThatNoUserButRootMayListenOnIsMovedForTheProxyToo() {
        TaskEndpoints endpoints = new ProcessEndpoints(Loopback.ADDRESSES.endpoints(7), Loopback.PORTS.endpoints(7),
                Set.of(80, 8000));

        assertThat(endpoints.ingress(80).getHostString()).isEqualTo("127.0.0.1");
        assertThat(endpoints.ingress(80).getPort()).isGreaterThan(1023).isNotEqualTo(endpoints.process(80).getPort());
        assertThat(endpoints.ingress(8000)).isEqualTo(Loopback.ADDRESSES.endpoints(7).ingress(8000));
    }

    @Test
    void differencesSayWhatIsTrueOfIt() {
        Coverage coverage = Differences.addedTo(TestService.platform(service(), new TestService("other")),
                Loopback.ADDRESSES);

        assertThat(notes(coverage, "app", "Environment.BIND_ADDRESS"))
                .containsExactly("127.0.0.1 and the task's own port");
        assertThat(notes(coverage, "app", "Environment.HIGHLANDS_JVM_OPTIONS")).isEmpty();
        assertThat(notes(coverage, "other", "Environment.BIND_ADDRESS"))
                .containsExactly("the host is the task's own address");
        assertThat(notes(coverage, "other", "Environment.HIGHLANDS_JVM_OPTIONS")).hasSize(1);
    }

    private static List<String> notes(Coverage coverage, String service, String property) {
        return coverage.entries().stream().filter(entry -> entry.stack().endsWith("-" + service)
                && entry.property().equals("ContainerDefinitions[0]." + property)).map(Coverage.Entry::note).toList();
    }

    private static TestService service() {
        return new TestService("app").image(null).mesh(8080).healthCheck(null);
    }

    /** The task's ports are 20000 + 48 n and the 47 after it, as the differences say; nobody else is told which it is. */
    private static boolean listens(int slot) {
        return IntStream.range(0, 48).map(port -> 20_000 + 48 * slot + port).anyMatch(ForeignProcessTest::connects);
    }

    private static boolean connects(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private void writeProcess(String line) throws IOException {
        Path image = Files.createDirectories(folder.resolve("images/app/target/image"));
        Files.writeString(image.resolve("image.json"), JsonMapper.shared().writeValueAsString(Map.of("process", true,
                "workingDirectory", folder.toString(), "command", List.of("sh", "-c", line))));
    }
}
