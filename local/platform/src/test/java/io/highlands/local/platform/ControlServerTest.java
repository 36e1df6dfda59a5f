// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.control.ControlException;
import io.highlands.local.error.ErrorLog;
import io.highlands.local.http.StartToken;
import io.highlands.local.store.StoreException;

import static org.assertj.core.api.Assertions.assertThat;

class ControlServerTest {

    @TempDir
    private Path errors;

    private ControlServer server;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        server = new ControlServer(new StartToken("secret"), Map.of(
                "GET /status", query -> JsonMapper.shared().createObjectNode().put("phase", "RUNNING"),
                "POST /restart", query -> {
                    throw new ControlException("no service '" + query.get("service").getFirst() + "'");
                },
                "POST /lose", query -> {
                    throw new StoreException("The store is not open after 20 s");
                },
                "POST /load", query -> {
                    throw new IllegalStateException("a defect");
                }), new ErrorLog(errors));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void anActionIsAnsweredToTheHolderOfTheToken() throws Exception {
        HttpResponse<String> answer = send(request("/status").header("Authorization", "Bearer secret"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"phase\":\"RUNNING\"}");
    }

    @Test
    void aCallerWithoutTheTokenIsRefused() throws Exception {
        assertThat(send(request("/status")).statusCode()).isEqualTo(401);
        assertThat(send(request("/status").header("Authorization", "Bearer secre")).statusCode()).isEqualTo(401);
    }

    @Test
    void aPageOfAnotherOriginIsRefusedEvenWithTheToken() throws Exception {
        HttpResponse<String> answer = send(request("/status").header("Authorization", "Bearer secret")
                .header("Origin", "http://evil.example"));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aRefusalCarriesItsOneLine() throws Exception {
        HttpResponse<String> answer = send(request("/restart?service=service-x")
                .header("Authorization", "Bearer secret").POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"no service 'service-x'\"}");
    }

    @Test
    void anyErrorForUsersIsTheSameOneLineForTheCaller() throws Exception {
        HttpResponse<String> answer = send(request("/lose").header("Authorization", "Bearer secret")
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"The store is not open after 20 s\"}");
    }

    @Test
    void anInternalErrorIsOneLineThatNamesTheFileOfItsStackTrace() throws Exception {
        HttpResponse<String> answer = send(request("/load").header("Authorization", "Bearer secret")
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).startsWith("{\"error\":\"POST /load failed because of an internal error; ")
                .contains(errors.toString()).doesNotContain("Exception");
        assertThat(errors.toFile().listFiles()).singleElement().satisfies(file -> assertThat(file).content()
                .contains("java.lang.IllegalStateException: a defect", "\tat io.highlands.local.platform."));
    }

    @Test
    void anUnknownActionIsNotFound() throws Exception {
        assertThat(send(request("/stop").header("Authorization", "Bearer secret")).statusCode()).isEqualTo(404);
    }

    @RepeatedTest(20)
    void whoAsksForAStopIsAnsweredBeforeTheServerCloses() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        ControlServer stopping = new ControlServer(new StartToken("secret"), Map.of("POST /stop", query -> {
            asked.countDown();
            return JsonMapper.shared().createObjectNode().put("done", true);
        }), new ErrorLog(errors));
        HttpRequest stop = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stopping.port() + "/stop"))
                .header("Authorization", "Bearer secret").POST(HttpRequest.BodyPublishers.noBody()).build();

        var answer = client.sendAsync(stop, HttpResponse.BodyHandlers.ofString());
        asked.await();
        stopping.close();

        assertThat(answer.get(5, TimeUnit.SECONDS).body()).isEqualTo("{\"done\":true}");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
