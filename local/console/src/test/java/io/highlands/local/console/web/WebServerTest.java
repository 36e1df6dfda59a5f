// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.local.html.Content;
import io.highlands.local.html.Html;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages that are evaluated for long, and what else the server answers meanwhile. */
@Timeout(60)
class WebServerTest {

    private final CountDownLatch evaluated = new CountDownLatch(4);
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebServer server = new WebServer(new WebOptions(0, "local", "us-east-1", 1, Clock.systemUTC(),
            Optional.of(now -> Html.textEl("p", "the status")), Optional.empty()), List.of(new Pages()));

    @AfterEach
    void close() {
        end.countDown();
        client.close();
        server.close();
    }

    @Test
    void aPageIsEvaluatedOnAThreadOfThePool() throws Exception {
        assertThat(get("/thread").body()).contains("console-");
    }

    @Test
    void whileAllThreadsEvaluateAPageIsRefusedInTimeAndTheStatusIsAnswered() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> busy = IntStream.range(0, 4).mapToObj(i -> client.sendAsync(
                request("/long"), HttpResponse.BodyHandlers.ofString())).toList();
        assertThat(evaluated.await(10, TimeUnit.SECONDS)).isTrue();
        long begun = System.nanoTime();

        assertThat(get("/status").body()).contains("the status");
        HttpResponse<String> refused = get("/thread");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("The console evaluates other pages");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        end.countDown();
        for (CompletableFuture<HttpResponse<String>> each : busy) {
            assertThat(each.get().body()).contains("at last");
        }
    }

    /** RFC 9110, 10.1.1: a final status in place of 100 where the status is known without the body. */
    @ParameterizedTest
    @CsvSource({"POST, http://evil.example, 403", "GET, http://evil.example, 403", "POST, own, 100"})
    void whoMayNotAskIsRefusedBeforeTheBodyIsRead(String method, String origin, int status) throws IOException {
        String own = "http://127.0.0.1:" + server.port();
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((method + " /thread HTTP/1.1\r\nHost: " + own.substring(7)
                    + "\r\nOrigin: " + origin.replace("own", own)
                    + "\r\nContent-Length: 60000\r\nExpect: 100-continue\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1))
                    .isEqualTo("HTTP/1.1 " + status);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build();
    }

    private final class Pages implements Section {

        @Override
        public Optional<Tab> tab() {
            return Optional.empty();
        }

        @Override
        public void register(Routes routes) {
            routes.post("/thread", request -> Answer.fragment(text("done")));
            routes.get("/thread", request -> Answer.fragment(text(Thread.currentThread().getName())));
            routes.get("/long", request -> {
                evaluated.countDown();
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return Answer.fragment(text("at last"));
            });
        }

        private static Content text(String text) {
            return Html.textEl("p", text);
        }
    }
}
