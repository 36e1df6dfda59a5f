// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.hostile;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls of AWS's APIs in JSON, as the AWS CLI sends them. */
final class AwsCalls implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI endpoint;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    AwsCalls(URI endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * What came back.
     *
     * @param status 0 when nothing came
     * @param body the response's body, or the failure in words
     * @param seconds how long it took
     */
    record Response(int status, String body, double seconds) {

        /** Whether it is an error as AWS's JSON protocol has it: with its type. */
        boolean isAwsError() {
            return status >= 400 && body.contains("\"__type\"");
        }
    }

    Response call(String target, String body) throws InterruptedException {
        long began = System.nanoTime();
        try {
            HttpResponse<String> response = client.send(HttpRequest.newBuilder(endpoint).timeout(TIMEOUT)
                    .header("X-Amz-Target", target).header("Content-Type", "application/x-amz-json-1.1")
                    .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
            return new Response(response.statusCode(), response.body(), seconds(began));
        } catch (IOException failure) {
            return new Response(0, failure.toString(), seconds(began));
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
