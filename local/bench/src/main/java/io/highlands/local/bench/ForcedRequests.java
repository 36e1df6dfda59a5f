// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Requests of callers who ask, in every agent's words, for their traces to be kept. */
final class ForcedRequests {

    private static final String[] WISHES = {"traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "tracestate", "dd=s:2;t.dm:-4,ot=th:0", "baggage", "cost=high", "x-datadog-trace-id",
            "9532127138774266268", "x-datadog-parent-id", "13235353014750950193", "x-datadog-sampling-priority", "2"};

    private ForcedRequests() {
    }

    /**
     * Sends them one after the other.
     *
     * @param target what is requested
     * @param count how many
     * @return how many were answered with 200
     */
    static int send(URI target, int count) throws IOException, InterruptedException {
        int good = 0;
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest request = HttpRequest.newBuilder(target).headers(WISHES).build();
            for (int i = 0; i < count; i++) {
                good += client.send(request, BodyHandlers.discarding()).statusCode() == 200 ? 1 : 0;
            }
        }
        return good;
    }
}
