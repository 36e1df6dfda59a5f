// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.durability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.control.ControlException;
import io.highlands.local.intake.wire.ProtobufWriter;

/** The public interfaces of a store's process, for one run: AWS's APIs in JSON, and OTLP. */
final class DurableApi implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static final int HOUR = 3600;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final StoreProcess store;

    private final String run;

    private final int number;

    DurableApi(StoreProcess store, int number) {
        this.store = store;
        this.number = number;
        this.run = "run-" + number;
    }

    /** Declares the run's log stream and dashboard; false where it was refused. */
    boolean begin() throws IOException, InterruptedException {
        call("Logs_20140328.CreateLogStream",
                "{\"logGroupName\":\"" + DurableStore.GROUP + "\",\"logStreamName\":\"" + run
                        + "\"}");
        return call("GraniteServiceVersion20100801.PutDashboard", "{\"DashboardName\":\"" + run
                + "\",\"DashboardBody\":\"{\\\"widgets\\\":[]}\"}").statusCode() == 200;
    }

    boolean putSamples(int first, int count) throws IOException, InterruptedException {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < count; i++) {
            data.append(i == 0 ? "" : ",")
                    .append("{\"MetricName\":\"Written\",\"Dimensions\":[{\"Name\":\"Run\",\"Value\":\"")
                    .append(run).append("\"}],\"Value\":").append(first + i).append('}');
        }
        return call("GraniteServiceVersion20100801.PutMetricData",
                "{\"Namespace\":\"Highlands/Bench\",\"MetricData\":[" + data + "]}").statusCode() == 200;
    }

    boolean putLogEvents(int first, int count) throws IOException, InterruptedException {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < count; i++) {
            events.append(i == 0 ? "" : ",").append("{\"timestamp\":").append(System.currentTimeMillis())
                    .append(",\"message\":\"").append(first + i).append("\"}");
        }
        return call("Logs_20140328.PutLogEvents",
                "{\"logGroupName\":\"" + DurableStore.GROUP + "\",\"logStreamName\":\"" + run
                        + "\",\"logEvents\":[" + events + "]}")
                .statusCode() == 200;
    }

    boolean putSpans(int first, int count) throws IOException, InterruptedException {
        ProtobufWriter scope = new ProtobufWriter();
        long now = System.currentTimeMillis() * 1_000_000;
        for (int i = first; i < first + count; i++) {
            scope.bytes(2, new ProtobufWriter()
                    .bytes(1, ByteBuffer.allocate(16).putLong(DurableStore.TRACES + number).putLong(i + 1L).array())
                    .bytes(2, ByteBuffer.allocate(8).putLong(i + 1L).array()).text(5, "GET /").number(6, 2)
                    .fixed64(7, now).fixed64(8, now + 1_000_000).toByteArray());
        }
        byte[] resource = new ProtobufWriter().bytes(1, new ProtobufWriter().text(1, "service.name")
                .bytes(2, new ProtobufWriter().text(1, "bench").toByteArray()).toByteArray()).toByteArray();
        byte[] body = new ProtobufWriter()
                .bytes(1, new ProtobufWriter().bytes(1, resource).bytes(2, scope.toByteArray()).toByteArray())
                .toByteArray();
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + store.otlpPort() + "/v1/traces"))
                .timeout(TIMEOUT).header("Content-Type", "application/x-protobuf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode() == 200;
    }

    /** {@return how many samples of the run there are} */
    long samples() throws IOException, InterruptedException {
        long hour = Instant.now().getEpochSecond() / HOUR * HOUR;
        JsonNode response = read("GraniteServiceVersion20100801.GetMetricStatistics",
                "{\"Namespace\":\"Highlands/Bench\",\"MetricName\":\"Written\",\"Dimensions\":[{\"Name\":\"Run\",\"Value\":\""
                        + run
                        + "\"}],\"StartTime\":" + (hour - HOUR) + ",\"EndTime\":" + (hour + HOUR)
                        + ",\"Period\":3600,\"Statistics\":[\"SampleCount\"]}");
        long samples = 0;
        for (JsonNode point : response.path("Datapoints")) {
            samples += Math.round(point.path("SampleCount").doubleValue());
        }
        return samples;
    }

    /** {@return the numbers of the run's log events} */
    List<Integer> logEvents() throws IOException, InterruptedException {
        List<Integer> numbers = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = read("Logs_20140328.FilterLogEvents", "{\"logGroupName\":\"" + DurableStore.GROUP
                    + "\",\"logStreamNames\":[\"" + run + "\"]"
                    + (token.isEmpty() ? "" : ",\"nextToken\":\"" + token + "\"")
                    + "}");
            page.path("events").forEach(event -> numbers.add(Integer.parseInt(event.path("message").stringValue())));
            token = page.path("nextToken").stringValue("");
        } while (!token.isEmpty());
        return numbers;
    }

    /** {@return whether the run's dashboard is there} */
    boolean hasDashboard() throws IOException, InterruptedException {
        return call("GraniteServiceVersion20100801.GetDashboard", "{\"DashboardName\":\"" + run + "\"}")
                .statusCode() == 200;
    }

    /** A read may fail once, while a file is opened again; the caller of an API tries again then, as AWS's SDKs do. */
    private JsonNode read(String target, String body) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = call(target, body);
        if (response.statusCode() >= 500) {
            response = call(target, body);
        }
        if (response.statusCode() == 404 || new String(response.body(), StandardCharsets.UTF_8)
                .contains("ResourceNotFound")) {
            return JSON.createObjectNode();
        }
        if (response.statusCode() != 200) {
            throw new ControlException(target + " is answered with " + response.statusCode() + ": "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(response.body());
    }

    private HttpResponse<byte[]> call(String target, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + store.awsPort() + "/")).timeout(TIMEOUT)
                        .header("Content-Type", "application/x-amz-json-" + (target.startsWith("Logs") ? "1.1" : "1.0"))
                        .header("X-Amz-Target", target).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
