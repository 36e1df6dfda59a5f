// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.control.ControlClient;
import io.highlands.local.control.StateFolder;
import io.highlands.local.control.message.PlatformStatus;
import io.highlands.local.control.message.TaskEntry;

import static org.assertj.core.api.Assertions.assertThat;

/** The running platform as an SRE sees it: through the command, the console and AWS's APIs. */
final class ObservedPlatform {

    private static final String PREFIX = "highlands-local-";
    private static final Duration ANSWER = Duration.ofSeconds(20);

    final HighlandsProcess highlands;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String port = HighlandsProcess.freePort();
    private final ControlClient control;
    private final String apis;
    private final String console;
    private final Thread load;
    private volatile boolean loading = true;

    ObservedPlatform(Path state) throws Exception {
        highlands = new HighlandsProcess(state);
        up();
        control = ControlClient.find(new StateFolder(state)).orElseThrow();
        apis = status().awsApis();
        console = status().console();
        load = Thread.ofPlatform().daemon().name("requests").start(this::ask);
    }

    /** Starts it or, when it runs, changes how many tasks it has. */
    void up(String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("up", "-d", "--port", port));
        words.addAll(List.of(more));
        assertThat(highlands.run(words.toArray(String[]::new))).as(highlands.output()).isZero();
    }

    String apis() {
        return apis;
    }

    /** About ten requests a second over all edges, whatever their answers. */
    private void ask() {
        while (loading) {
            for (String path : List.of("/?name=Hello", "/time")) {
                client.sendAsync(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(ANSWER)
                        .build(), BodyHandlers.discarding());
                pause(100);
            }
        }
    }

    int get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(ANSWER)
                .build(), BodyHandlers.ofString()).statusCode();
    }

    /** What the console's page of a dashboard asks for: one entry per widget. */
    List<JsonNode> widgets(String dashboard) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(console + "/dashboards/" + dashboard + "/data"))
                        .timeout(ANSWER).build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).path("widgets").valueStream().toList();
    }

    JsonNode cloudWatch(String operation, String json) throws Exception {
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(apis)).timeout(ANSWER)
                .header("X-Amz-Target", "GraniteServiceVersion20100801." + operation)
                .header("Content-Type", "application/x-amz-json-1.0").POST(BodyPublishers.ofString(json)).build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** The names of all alarms, as CloudWatch's API lists them. */
    List<String> alarms() throws Exception {
        List<String> names = new ArrayList<>();
        String token = "";
        do {
            JsonNode answer = cloudWatch("DescribeAlarms",
                    "{\"AlarmTypes\":[\"MetricAlarm\",\"CompositeAlarm\"],\"MaxRecords\":100" + token + "}");
            for (String kind : List.of("MetricAlarms", "CompositeAlarms")) {
                answer.path(kind).forEach(alarm -> names.add(alarm.path("AlarmName").asString()));
            }
            token = answer.has("NextToken") ? ",\"NextToken\":\"" + answer.path("NextToken").asString() + "\"" : "";
        } while (!token.isEmpty());
        return names;
    }

    /** The alarms in ALARM that tell somebody, with their reasons; names without the environment's prefix. */
    TreeMap<String, String> standing() throws Exception {
        JsonNode answer = cloudWatch("DescribeAlarms",
                "{\"AlarmTypes\":[\"MetricAlarm\",\"CompositeAlarm\"],\"StateValue\":\"ALARM\",\"MaxRecords\":100}");
        TreeMap<String, String> standing = new TreeMap<>();
        for (String kind : List.of("MetricAlarms", "CompositeAlarms")) {
            for (JsonNode alarm : answer.path(kind)) {
                if (!alarm.path("AlarmActions").isEmpty()) {
                    standing.put(alarm.path("AlarmName").asString().replace(PREFIX, ""),
                            alarm.path("StateReason").asString());
                }
            }
        }
        return standing;
    }

    PlatformStatus status() {
        return control.status();
    }

    /** The processes of a service's tasks. */
    Set<Long> pids(String service) {
        return status().tasks().stream().filter(task -> task.service().equals(service))
                .flatMapToLong(task -> task.process().stream()).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    /** Asks a task of a service itself, past load balancer and mesh. */
    int direct(String service, String path) throws Exception {
        String address = status().tasks().stream()
                .filter(task -> task.service().equals(service) && task.runs()).map(TaskEntry::appAddress).findFirst()
                .orElseThrow();
        return client.send(HttpRequest.newBuilder(URI.create("http://" + address + ":3000" + path)).timeout(ANSWER)
                .build(), BodyHandlers.ofString()).statusCode();
    }

    static void signal(String name, Iterable<Long> pids) throws Exception {
        for (long pid : pids) {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor(5, TimeUnit.SECONDS);
        }
    }

    /** Waits for something, looking again and again. */
    static boolean within(Duration timeout, BooleanSupplier condition) {
        Instant end = Instant.now().plus(timeout);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            pause(500);
        }
        return true;
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the load and the platform. */
    void down() throws Exception {
        loading = false;
        load.join(Duration.ofSeconds(5));
        highlands.run("down");
        client.close();
    }
}
