// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

import io.highlands.local.intake.batch.TraceSampling;
import io.highlands.local.intake.statsd.StatsdSample;
import io.highlands.local.span.Span;

/** The three listeners on free ports, what they took, and a client. */
final class IntakeKit implements AutoCloseable {

    final List<Span> spans = new CopyOnWriteArrayList<>();
    final List<Integer> batches = new CopyOnWriteArrayList<>();
    final List<StatsdSample> samples = new CopyOnWriteArrayList<>();
    final TraceIntake intake;
    volatile boolean behind;
    volatile double sampleRate = 1;
    private final HttpClient client = HttpClient.newHttpClient();

    IntakeKit(Clock clock) {
        this.intake = new TraceIntake(new IntakeOptions(0, 0, 0, () -> sampling(sampleRate), clock),
                batch -> !behind && batches.add(batch.size()) && spans.addAll(batch), samples::add);
    }

    /** What keeps that part of the traces, 0 to 1. */
    static TraceSampling sampling(double rate) {
        return new TraceSampling(TraceSampling.Rule.DATADOG, rate);
    }

    HttpResponse<byte[]> datadog(String path, String type, byte[] body, String... headers) {
        return send(intake.datadogPort(), path, type, body, headers);
    }

    HttpResponse<byte[]> otlp(String path, String type, byte[] body, String... headers) {
        return send(intake.otlpPort(), path, type, body, headers);
    }

    HttpResponse<byte[]> get(int port, String path) {
        return exchange(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build());
    }

    void sendAll(Captures captures) {
        int port = captures.path().startsWith("/v1/") ? intake.otlpPort() : intake.datadogPort();
        for (byte[] body : captures.bodies()) {
            HttpResponse<byte[]> response = send(port, captures.path(), captures.type(), body,
                    "Datadog-Client-Computed-Top-Level", "true");
            if (response.statusCode() != 200) {
                throw new AssertionError(response.statusCode() + " " + text(response));
            }
        }
    }

    private HttpResponse<byte[]> send(int port, String path, String type, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return exchange((headers.length == 0 ? request : request.headers(headers)).build());
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        client.close();
        intake.close();
    }
}
