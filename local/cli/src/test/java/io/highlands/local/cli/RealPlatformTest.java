// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The real services, from the local environment's own templates, started by the command as a user types it. */
@Isolated("it expects every request of a load to succeed")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealPlatformTest {

    @TempDir
    private static Path state;

    private static HighlandsProcess highlands;

    private static int port;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void up() throws Exception {
        highlands = new HighlandsProcess(state);
        port = Integer.parseInt(HighlandsProcess.freePort());
        assertThat(highlands.run("up", "-d", "--port", Integer.toString(port))).as(highlands.output()).isZero();
    }

    @AfterAll
    static void down() throws Exception {
        highlands.run("down");
        CLIENT.close();
    }

    @Test
    @Order(1)
    void theJoinedAnswerComesThroughTheLoadBalancer() throws Exception {
        HttpResponse<String> answer = get("/?name=Hello");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).matches("\\{\"key_one\":\"\\(Hello\\)Field 1\",\"key_two\":\"\\(Hello\\)Field 2\","
                + "\"key_time\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z\"}");
    }

    @Test
    @Order(2)
    void theTimeComesOverAllThreeServicesWhichTheMeshHasCounted() throws Exception {
        long aToB = requests("service-a", "service-b");
        long bToC = requests("service-b", "service-c");

        assertThat(get("/time").body()).matches("\\{\"key_time\":\"[^\"]+Z\"}");
        assertThat(requests("service-a", "service-b")).isEqualTo(aToB + 1);
        assertThat(requests("service-b", "service-c")).isEqualTo(bToC + 1);
    }

    @Test
    @Order(3)
    void whatIsNotPublicIsNotFoundAtTheLoadBalancer() throws Exception {
        assertThat(List.of(get("/health").statusCode(), get("/route").statusCode(), get("/actuator").statusCode()))
                .containsOnly(404);
    }

    @Test
    @Order(4)
    void upTwiceIsNoError() throws Exception {
        assertThat(highlands.run("up", "-d", "--port", Integer.toString(port))).isZero();
        assertThat(highlands.output()).startsWith("local is running already, and up to date");
    }

    @Test
    @Order(5)
    void anotherPortIsRefusedWhileThePlatformRuns() throws Exception {
        assertThat(highlands.run("up", "-d", "--port", "1")).isEqualTo(1);
        assertThat(highlands.output()).isEqualTo("highlands: --port 1: local is running with " + port
                + "; to change it, stop the platform first with: highlands down\n");
    }

    @Test
    @Order(5)
    void anotherEnvironmentIsRefusedWhileOneRuns() throws Exception {
        assertThat(highlands.run("up", "-d", "--env", "dev")).isEqualTo(1);
        assertThat(highlands.output()).isEqualTo(
                "highlands: environment 'local' is running; stop it before starting 'dev': highlands down\n");
    }

    @Test
    @Order(6)
    void aRestartReplacesTheTasksOfThatServiceOnly() throws Exception {
        List<String> before = tasks("service-c");
        List<String> others = tasks("service-a");

        assertThat(highlands.run("restart", "service-c")).as(highlands.output()).isZero();
        assertThat(tasks("service-c")).hasSize(1).doesNotContainAnyElementsOf(before);
        assertThat(tasks("service-a")).isEqualTo(others);
    }

    @Test
    @Order(7)
    void theLogsOfAServiceAreJsonLines() throws Exception {
        assertThat(highlands.run("logs", "service-c", "-n", "1000")).isZero();
        assertThat(highlands.output().lines()).isNotEmpty().allSatisfy(line -> assertThat(
                JsonMapper.shared().readTree(line).isObject()).as(line).isTrue());
    }

    @Test
    @Order(8)
    void coverageNamesWhatIsNotRunHere() throws Exception {
        assertThat(highlands.run("status", "--coverage")).isZero();
        assertThat(highlands.output()).contains("not run here").contains("differs here").contains("AWS::EC2::VPC");
    }

    @Test
    @Order(9)
    void aLoadIsSentWhileItIsWantedAndOneIsReported() throws Exception {
        assertThat(status().path("load").path("sent").asLong()).isZero();
        assertThat(highlands.run("up", "-d", "--port", Integer.toString(port), "--load", "50")).isZero();
        assertThat(highlands.run("load", "--rps", "20", "--minutes", "0.05")).as(highlands.output()).isZero();
        assertThat(highlands.output()).contains("GET /time ")
                .containsPattern("(\\d+) sent, \\1 answered 200, 0 failed, 0 skipped");
        assertThat(highlands.run("up", "-d", "--port", Integer.toString(port), "--load", "0")).isZero();

        assertThat(status().path("load").path("perSecond").asDouble()).isZero();
        assertThat(status().path("load").path("good").asLong()).isGreaterThan(10);
        assertThat(status().path("load").path("failed").asLong()).isZero();
    }

    @Test
    @Order(10)
    void aFaultOfAnEdgeIsInjectedShownAndCleared() throws Exception {
        assertThat(highlands.run("fault", "inject", "abort", "service-a:service-b", "status=500", "route=/time"))
                .as(highlands.output()).isZero();
        assertThat(highlands.output()).startsWith("injected f1: abort service-a:service-b status=500 route=/time");
        assertThat(get("/time").statusCode()).isEqualTo(502);
        assertThat(get("/?name=Hello").statusCode()).isEqualTo(200);
        assertThat(status().path("faults").path(0).path("tasks")).isEqualTo(
                JsonMapper.shared().valueToTree(tasks("service-b")));

        assertThat(highlands.run("fault", "clear")).as(highlands.output()).isZero();
        assertThat(highlands.output()).isEqualTo("cleared f1\n");
        assertThat(get("/time").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(11)
    void aRunThatWasKilledIsClearedAwayByDownWithItsFaults() throws Exception {
        long own = status().path("pid").asLong();
        assertThat(highlands.run("fault", "inject", "freeze", "service-c")).as(highlands.output()).isZero();
        assertThat(highlands.run("fault", "inject", "cpu-stress", "service-c")).as(highlands.output()).isZero();
        List<Long> apps = ProcessHandle.of(own).orElseThrow().descendants().map(ProcessHandle::pid).toList();
        assertThat(apps).hasSizeGreaterThan(4);
        ProcessHandle process = ProcessHandle.of(own).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);

        assertThat(highlands.run("status")).isEqualTo(1);
        assertThat(highlands.output()).startsWith("highlands: the platform was killed and left")
                .endsWith("; end them with: highlands down\n");

        assertThat(highlands.run("down")).as(highlands.output()).isZero();
        assertThat(highlands.output()).contains("that a crash had left");
        assertThat(apps).isNotEmpty().allSatisfy(pid -> assertThat(gone(pid)).as("process " + pid).isTrue());
    }

    private static boolean gone(long pid) throws Exception {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(10, TimeUnit.SECONDS);
        }
        return true;
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode status() throws Exception {
        assertThat(highlands.run("status", "--json")).as(highlands.output()).isZero();
        return JsonMapper.shared().readTree(highlands.output());
    }

    private static long requests(String client, String server) throws Exception {
        return status().path("edges").valueStream().filter(edge -> edge.path("client").asString().equals(client)
                && edge.path("server").asString().equals(server)).mapToLong(edge -> edge.path("requests").asLong())
                .sum();
    }

    private static List<String> tasks(String service) throws Exception {
        return status().path("tasks").valueStream().filter(task -> task.path("service").asString().equals(service)
                && task.path("lastStatus").asString().equals("RUNNING")).map(task -> task.path("id").asString())
                .toList();
    }
}
