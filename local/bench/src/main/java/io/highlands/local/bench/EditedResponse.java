// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** The response in which an edit is seen. */
final class EditedResponse {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newHttpClient();

    private int failed;

    URI uri() {
        return URI.create("http://127.0.0.1:8080/?name=Bench");
    }

    /** {@return the body of a 200; anything else counts as a failed request} */
    Optional<String> body() throws InterruptedException {
        try {
            HttpResponse<String> response = client.send(HttpRequest.newBuilder(uri()).timeout(TIMEOUT).build(),
                    BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                return Optional.of(response.body());
            }
        } catch (IOException failure) {
            // Counted below
        }
        failed++;
        return Optional.empty();
    }

    /** {@return how many requests failed} */
    int failed() {
        return failed;
    }
}
