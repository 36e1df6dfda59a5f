// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.ControlPath;
import io.highlands.local.control.message.Done;
import io.highlands.local.control.message.RestartRequest;
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
                ControlPath.AWAIT_STABLE, request -> Done.DONE,
                ControlPath.TRACE, request -> List.of(request.parameter("id")),
                ControlPath.TRACES, request -> List.of(Thread.currentThread().getName()),
                ControlPath.RESTART, request -> {
                    throw new ControlException("no service '" + request.body(RestartRequest.class).service() + "'");
                },
                ControlPath.LOSE, request -> {
                    throw new StoreException("The store is not open after 20 s");
                },
                ControlPath.LOAD, request -> {
                    throw new IllegalStateException("a defect");
                }), new ErrorLog(errors));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    /** On a virtual thread it would keep a carrier, of which there are as many as cores. */
    @Test
    void whatReadsTheWholeStoreRunsOnAThreadOfAPool() throws Exception {
        HttpResponse<String> answer = send(request("/traces").header("Authorization", "Bearer secret"));

        assertThat(answer.body()).startsWith("[\"control-");
    }

    @Test
    void anActionIsAnsweredToTheHolderOfTheToken() throws Exception {
        HttpResponse<String> answer = send(request("/await-stable").header("Authorization", "Bearer secret")
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"done\":true}");
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

    /** RFC 9110, 10.1.1: a final status in place of 100 where the status is known without the body. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Authorization: Bearer wrong | 401",
            "Authorization: Bearer secret\\r\\nOrigin: http://evil.example | 403",
            "Authorization: Bearer secret | 100"})
    void whoMayNotAskIsRefusedBeforeTheBodyIsRead(String fields, int status) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("POST /restart HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 60000\r\n"
                    + "Expect: 100-continue\r\n" + fields.replace("\\r\\n", "\r\n") + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1))
                    .isEqualTo("HTTP/1.1 " + status);
        }
    }

    @Test
    void aRefusalCarriesItsOneLine() throws Exception {
        HttpResponse<String> answer = restart("{\"service\":\"service-x\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"no service 'service-x'\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"service\":\"service-a\",\"servcie\":1} | property 'servcie' is not known",
            "{} | property 'service' is missing, or of another type", "'' | not JSON of the expected form"})
    void aBodyThatIsNotThatOfTheActionSaysThatTheVersionsDiffer(String body, String difference) throws Exception {
        HttpResponse<String> answer = restart(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(("{\"error\":\"the command is of another version than the running "
                + "platform (pid %d); restart it: highlands down, then highlands up (%s)\"}")
                .formatted(ProcessHandle.current().pid(), difference));
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() throws Exception {
        assertThat(restart("{\"service\":\"" + "x".repeat(70_000) + "\"}").statusCode()).isBetween(400, 499);
    }

    @Test
    void aMissingParameterIsNamed() throws Exception {
        assertThat(send(request("/trace").header("Authorization", "Bearer secret")).body())
                .isEqualTo("{\"error\":\"the query needs one 'id'\"}");
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
        ControlServer stopping = new ControlServer(new StartToken("secret"), Map.of(ControlPath.STOP, request -> {
            asked.countDown();
            return Done.DONE;
        }), new ErrorLog(errors));
        HttpRequest stop = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stopping.port() + "/stop"))
                .header("Authorization", "Bearer secret").POST(HttpRequest.BodyPublishers.noBody()).build();

        var answer = client.sendAsync(stop, HttpResponse.BodyHandlers.ofString());
        asked.await();
        stopping.close();

        assertThat(answer.get(30, TimeUnit.SECONDS).body()).isEqualTo("{\"done\":true}");
    }

    private HttpResponse<String> restart(String body) throws Exception {
        return send(request("/restart").header("Authorization", "Bearer secret")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
