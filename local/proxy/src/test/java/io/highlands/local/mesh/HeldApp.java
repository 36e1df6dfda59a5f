// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import io.highlands.local.forward.TestApp;
import io.highlands.local.forward.Until;

import static org.assertj.core.api.Assertions.assertThat;

/** A service that answers {@code finished}, and not before it may. */
final class HeldApp implements HttpHandler {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch finish = new CountDownLatch(1);

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        arrived.countDown();
        Until.open(finish);
        TestApp.send(exchange, 200, "finished");
    }

    /** Sends a request through the mesh; when this returns the service has it. */
    CompletableFuture<HttpResponse<String>> request(MeshKit kit) throws InterruptedException {
        CompletableFuture<HttpResponse<String>> answer = kit.http.sendAsync(
                HttpRequest.newBuilder(kit.uri("/")).build(), HttpResponse.BodyHandlers.ofString());
        awaitRequest();
        return answer;
    }

    void awaitRequest() throws InterruptedException {
        assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
    }

    void finish() {
        finish.countDown();
    }
}
