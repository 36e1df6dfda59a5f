// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;
import io.highlands.local.control.StateFolder;
import io.highlands.local.control.message.AppliedChange;
import io.highlands.local.control.message.ApplyRequest;
import io.highlands.local.control.message.PlatformStatus;
import io.highlands.local.control.message.TaskEntry;
import io.highlands.local.ecs.TestImages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Templates in, running system out: what AWS refuses leaves everything as it was. Sources: AWS CloudFormation user guide,
 * "Choose how to handle failures when provisioning resources" (a failed update rolls back to the last known stable state), and
 * for each value the page of its property.
 */
class EnvironmentUpdatesTest {

    private static final Path LOCAL = Path.of(System.getProperty("highlands.cdk.out",
            "../../platform-infra/target/cdk.out")).resolve("local");
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private static Path folder;

    @TempDir
    private Path changed;

    private static TestImages images;
    private static int awsPort;
    private static StateFolder state;
    private static Thread process;
    private static ControlClient control;

    @BeforeAll
    static void start() throws Exception {
        images = new TestImages(folder.resolve("images")).withHttp("service-a").withHttp("service-b")
                .withHttp("service-c");
        awsPort = freePort();
        state = new StateFolder(folder.resolve("state"));
        state.prepare();
        LocalProcess local = new LocalProcess(state, options(LOCAL), new PrintWriter(new StringWriter()));
        CompletableFuture<PlatformStatus> running = new CompletableFuture<>();
        process = Thread.ofPlatform().start(() -> {
            try {
                local.run(running::complete);
            } catch (InterruptedException | RuntimeException e) {
                running.completeExceptionally(e);
            }
        });
        running.get();
        control = ControlClient.find(state).orElseThrow();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        control.stop(TIMEOUT);
        process.join();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            observability|PageStanding|/AlarmRule|"ALARM(nobody)"|highlands-local-observability/PageStanding AlarmRule: Could not save the composite alarm 'highlands-local-page-standing' as alarms [nobody] in the alarm rule do not exist
            observability|NoHealthyHostServiceA|/Period|45|highlands-local-observability/NoHealthyHostServiceA Period:
            observability|NoHealthyHostServiceA|/Perid|60|highlands-local-observability/NoHealthyHostServiceA
            observability|BoardsoverviewABD190A4|/DashboardBody|"{"|highlands-local-observability/BoardsoverviewABD190A4 DashboardBody:
            observability|BoardsoverviewABD190A4|/DashboardName|"a b"|highlands-local-observability/BoardsoverviewABD190A4 DashboardName:
            observability|EventsD32975C2|/RetentionInDays|31|highlands-local-observability/EventsD32975C2 RetentionInDays:
            observability|EventsD32975C2|/LogGroupName|"a b"|highlands-local-observability/EventsD32975C2 LogGroupName:
            observability|DeploymentEvents|/Targets|[]|highlands-local-observability/DeploymentEvents Targets:
            observability|FailedDeployments|/FilterPattern|"a@b"|highlands-local-observability/FailedDeployments FilterPattern:
            service-a|Path1BAE31F33|/Actions/0/TargetGroupArn|"arn:aws:elasticloadbalancing:us-east-1:000000000000:targetgroup/none/0"|highlands-local-service-a/Path1BAE31F33 Actions[0]
            service-a|Path1BAE31F33|/Actions/0/TargetGroupArn|{"Ref":"Nobody"}|highlands-local-service-a/Path1BAE31F33 Actions[0].TargetGroupArn
            service-a|Targets7ED976EF|/Matcher|{"HttpCode":"abc"}|highlands-local-service-a/Targets7ED976EF Matcher
            service-c|ServiceD69D759B|/DesiredCount|-1|highlands-local-service-c/ServiceD69D759B DesiredCount:
            service-c|Task79114B6B|/ContainerDefinitions/0/Image|"nginx"|highlands-local-service-c/Task79114B6B ContainerDefinitions[0].Image: 'nginx'
            """)
    void whatIsRefusedIsNamedByStackLogicalIdAndPropertyAndChangesNothing(String stack, String resource, String place,
            String value, String line) throws Exception {
        // A change that is good, and is deployed before the one that is refused
        Path assembly = copy();
        edit(assembly, "service-b", "Task79114B6B",
                properties -> container(properties).put("StopTimeout", 7));
        edit(assembly, "observability", "BoardsmeshBEB1FF14", properties -> properties.put("DashboardBody",
                "{\"widgets\": []}"));
        edit(assembly, stack, resource, properties -> set(properties, place, value));
        String before = everything();

        assertThatThrownBy(() -> apply(assembly)).isInstanceOf(ControlException.class)
                .hasMessageStartingWith(line).hasMessageNotContaining("\n").hasMessageNotContaining("Exception");

        assertThat(everything()).isEqualTo(before);
        assertThatThrownBy(() -> apply(assembly)).as("the next up tries again").hasMessageStartingWith(line);
        assertThat(apply(LOCAL).nothing()).as("what ran before still runs").isTrue();
    }

    @Test
    void anUnknownServiceInScaleIsRefusedBeforeTheTemplatesAreTakenOver() throws Exception {
        Path assembly = copy();
        edit(assembly, "service-b", "Task79114B6B", properties -> container(properties).put("StopTimeout", 7));
        String before = everything();

        assertThatThrownBy(() -> control.apply(
                new ApplyRequest(assembly.toString(), false, Map.of("service-x", 1), Map.of()), TIMEOUT))
                .hasMessage("--scale service-x=1: no such service; there are: service-a, service-c, service-b");

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aServiceThatCannotStartTakesDashboardsAlarmsAndOtherServicesBack() throws Exception {
        Path assembly = copy();
        edit(assembly, "service-c", "Task79114B6B", properties -> container(properties).put("StopTimeout", 7));
        edit(assembly, "service-a", "Task79114B6B", properties -> container(properties).put("StopTimeout", 7));
        edit(assembly, "observability", "BoardsmeshBEB1FF14", properties -> properties.put("DashboardBody",
                "{\"widgets\": []}"));
        edit(assembly, "observability", "NoHealthyHostServiceA", properties -> properties.put("Threshold", 7));
        String before = dashboard() + thresholds();
        images.with("service-a", "case ${1:-} in health) exit 1 ;; esac; echo 'no database'; exit 3");
        try {
            assertThatThrownBy(() -> apply(assembly)).isInstanceOf(ControlException.class)
                    .hasMessageContaining("highlands-local-service-a/ServiceD69D759B: service-a cannot be started:")
                    .hasMessageContaining("no database").hasMessageEndingWith("; what ran before runs");
            assertThat(dashboard() + thresholds()).isEqualTo(before);
        } finally {
            images.withHttp("service-a");
        }
        assertThat(apply(LOCAL).nothing()).as("what ran before still runs").isTrue();
    }

    @Test
    void aFirstStartThatIsRefusedLeavesNothing(@TempDir Path other) throws Exception {
        Path assembly = copy();
        edit(assembly, "observability", "PageStanding", properties -> properties.put("AlarmRule", "ALARM(nobody)"));
        StateFolder own = new StateFolder(other.resolve("state"));
        own.prepare();
        RunOptions options = new RunOptions("local", assembly, folder.resolve("images"), folder.resolve("none.json"),
                Map.of(), 1, 0, 0, 0, folder, 0, 0, 0, 0, List.of());

        assertThatThrownBy(() -> new LocalProcess(own, options, new PrintWriter(new StringWriter())).run(status -> {}))
                .hasMessageStartingWith("highlands-local-observability/PageStanding AlarmRule: ");

        assertThat(Files.exists(own.controlFile())).isFalse();
        assertThat(own.tasks()).satisfiesAnyOf(tasks -> assertThat(tasks).doesNotExist(),
                tasks -> assertThat(tasks).isEmptyDirectory());
        assertThat(PlatformLock.tryTake(own)).hasValueSatisfying(PlatformLock::close);
    }

    private Path copy() throws IOException {
        Path copy = Files.createDirectories(changed.resolve("local"));
        try (var files = Files.list(LOCAL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static void edit(Path assembly, String stack, String resource, Consumer<ObjectNode> change)
            throws IOException {
        Path template = assembly.resolve("highlands-local-" + stack + ".template.json");
        ObjectNode json = (ObjectNode) JSON.readTree(Files.readString(template));
        change.accept((ObjectNode) json.at("/Resources/" + resource + "/Properties"));
        Files.writeString(template, json.toString());
    }

    private static ObjectNode container(ObjectNode task) {
        return (ObjectNode) task.at("/ContainerDefinitions/0");
    }

    private static void set(ObjectNode properties, String place, String value) {
        int last = place.lastIndexOf('/');
        ((ObjectNode) (last == 0 ? properties : properties.at(place.substring(0, last))))
                .set(place.substring(last + 1), JSON.readTree(value));
    }

    private static AppliedChange apply(Path assembly) {
        return control.apply(new ApplyRequest(assembly.toString(), false), TIMEOUT);
    }

    /** Tasks, alarms, log groups and a dashboard as callers see them. */
    private static String everything() throws Exception {
        return control.status().tasks().stream().filter(TaskEntry::runs).map(TaskEntry::id).sorted().toList()
                + alarms() + logGroups() + dashboard();
    }

    private static String alarms() throws Exception {
        return call("monitoring", "application/x-www-form-urlencoded", "",
                "Action=DescribeAlarms&Version=2010-08-01&AlarmNamePrefix=highlands-local-no-healthy")
                .replaceAll("(?s)<(State\\w+|RequestId)>.*?</\\1>", "");
    }

    private static String thresholds() throws Exception {
        return alarms().replaceAll("<(\\w*Timestamp)>.*?</\\1>", "");
    }

    private static String dashboard() throws Exception {
        return call("monitoring", "application/x-www-form-urlencoded", "",
                "Action=GetDashboard&Version=2010-08-01&DashboardName=highlands-local-mesh")
                .replaceAll("<RequestId>.*?</RequestId>", "");
    }

    private static String logGroups() throws Exception {
        return call("logs", "application/x-amz-json-1.1", "Logs_20140328.DescribeLogGroups", "{}")
                .replaceAll("\"storedBytes\":\\d+", "");
    }

    private static String call(String service, String type, String target, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + awsPort))
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=k/20261123/us-east-1/" + service
                        + "/aws4_request, Signature=0")
                .header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
        if (!target.isEmpty()) {
            request.header("X-Amz-Target", target);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        }
    }

    private static RunOptions options(Path assembly) {
        return new RunOptions("local", assembly, folder.resolve("images"), folder.resolve("none.json"), Map.of(), 1, 0,
                awsPort, 0, folder, 0, 0, 0, 0, List.of());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
