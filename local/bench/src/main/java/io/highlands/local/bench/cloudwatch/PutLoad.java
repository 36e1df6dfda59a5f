// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.cloudwatch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;

import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORGenerator;

/** PutMetricData as AWS's SDK for Java sends it: CBOR, gzipped, a thousand data in a request, over two connections. */
final class PutLoad {

    private static final int BATCH = 1000;

    private static final int CONNECTIONS = 2;

    private final List<HttpRequest> requests = new ArrayList<>();

    private final AtomicLong throttled = new AtomicLong();

    PutLoad(int port) throws IOException {
        for (int i = 0; i < CONNECTIONS; i++) {
            requests.add(HttpRequest
                    .newBuilder(URI.create("http://127.0.0.1:" + port
                            + "/service/GraniteServiceVersion20100801/operation/PutMetricData"))
                    .header("Content-Type", "application/cbor").header("smithy-protocol", "rpc-v2-cbor")
                    .header("Content-Encoding", "gzip").POST(HttpRequest.BodyPublishers.ofByteArray(body(i)))
                    .build());
        }
    }

    /** Data of 250 metrics of a service, with the dimensions that services have; one in ten is a distribution. */
    private static byte[] body(int connection) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes);
                CBORGenerator cbor = (CBORGenerator) new CBORFactory().createGenerator(ObjectWriteContext.empty(),
                        zip)) {
            cbor.writeStartObject();
            cbor.writeStringProperty("Namespace", "Highlands/bench");
            cbor.writeName("MetricData");
            cbor.writeStartArray();
            for (int i = 0; i < BATCH; i++) {
                datum(cbor, i, connection);
            }
            cbor.writeEndArray();
            cbor.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void datum(CBORGenerator cbor, int number, int connection) throws IOException {
        cbor.writeStartObject();
        cbor.writeStringProperty("MetricName", "http.server.requests");
        cbor.writeName("Dimensions");
        cbor.writeStartArray();
        dimension(cbor, "Service", "service-" + connection);
        dimension(cbor, "Route", "/route/" + number % 250);
        cbor.writeEndArray();
        cbor.writeName("Timestamp");
        cbor.writeTag(1);
        cbor.writeNumber(System.currentTimeMillis() / 1000.0 - number / 250);
        if (number % 10 == 0) {
            cbor.writeName("Values");
            cbor.writeArray(ThreadLocalRandom.current().doubles(30, 1, 500).toArray(), 0, 30);
            cbor.writeName("Counts");
            cbor.writeArray(ThreadLocalRandom.current().doubles(30, 1, 9).map(Math::rint).toArray(), 0, 30);
        } else {
            cbor.writeNumberProperty("Value", ThreadLocalRandom.current().nextDouble());
        }
        cbor.writeStringProperty("Unit", "Milliseconds");
        cbor.writeNumberProperty("StorageResolution", 1);
        cbor.writeEndObject();
    }

    private static void dimension(CBORGenerator cbor, String name, String value) {
        cbor.writeStartObject();
        cbor.writeStringProperty("Name", name);
        cbor.writeStringProperty("Value", value);
        cbor.writeEndObject();
    }

    /** Sends for a while, as fast as it is answered; data a second that were accepted. */
    double run(Duration length) throws InterruptedException {
        AtomicLong accepted = new AtomicLong();
        AtomicReference<String> failure = new AtomicReference<>();
        long began = System.nanoTime();
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (HttpRequest request : requests) {
                threads.submit(() -> {
                    while (System.nanoTime() - began < length.toNanos() && failure.get() == null) {
                        accepted.addAndGet(send(client, request, failure));
                    }
                    return null;
                });
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("PutMetricData was refused: " + failure.get());
        }
        return accepted.get() / ((System.nanoTime() - began) / 1e9);
    }

    private int send(HttpClient client, HttpRequest request, AtomicReference<String> failure) {
        try {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                return BATCH;
            }
            String text = new String(answer.body(), StandardCharsets.ISO_8859_1);
            if (text.contains("Throttling")) {
                throttled.incrementAndGet();
                return 0;
            }
            failure.set(answer.statusCode() + " " + text);
        } catch (IOException e) {
            failure.set(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure.set("interrupted");
        }
        return 0;
    }

    long throttled() {
        return throttled.get();
    }
}
