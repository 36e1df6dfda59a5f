// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.cloudwatch.model.alarm.AlarmState;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may ask the console, over plain HTTP with whatever headers a page could send. */
class ConsoleGateTest {

    private static final String ALARM = "/alarms/highlands-local-edge-errors/state";

    @TempDir
    private static Path folder;

    private static ConsoleWorld world;

    @BeforeAll
    static void open() {
        // No request of these tests is for a drill
        world = new ConsoleWorld(folder, folder.resolve("no-runbooks"), Map.of(), null);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static String own() {
        return "127.0.0.1:" + world.console.port();
    }

    private static String ask(String method, String path, String headers, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", world.console.port())) {
            OutputStream out = socket.getOutputStream();
            out.write((method + " " + path + " HTTP/1.1\r\nConnection: close\r\nContent-Length: " + body.length()
                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\n" + headers + "\r\n" + body)
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }

    private static String get(String headers) throws IOException {
        return ask("GET", "/alarms", headers, "");
    }

    private static int act(String headers, String body) throws IOException {
        return status(ask("POST", ALARM, "Host: " + own() + "\r\n" + headers, body));
    }

    private static String token() throws IOException {
        return get("Host: " + own() + "\r\n").replaceFirst("(?s).*name=\"highlands-token\" content=\"([0-9a-f]+)\".*",
                "$1");
    }

    @Test
    void onlyItsOwnNamesAreServed() throws IOException {
        assertThat(status(get("Host: " + own() + "\r\n"))).isEqualTo(200);
        assertThat(status(get("Host: localhost:" + world.console.port() + "\r\n"))).isEqualTo(200);
        assertThat(status(get("Host: evil.example\r\n"))).isEqualTo(403);
        assertThat(status(get("Host: evil.example:" + world.console.port() + "\r\n"))).isEqualTo(403);
        assertThat(status(get("Host: 127.0.0.1:1\r\n"))).isEqualTo(403);
    }

    @Test
    void aPageOfAnotherOriginReadsNothing() throws IOException {
        String host = "Host: " + own() + "\r\n";
        assertThat(status(get(host + "Origin: http://evil.example\r\n"))).isEqualTo(403);
        assertThat(status(get(host + "Origin: null\r\n"))).isEqualTo(403);
        assertThat(status(get(host + "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n"))).isEqualTo(403);
        assertThat(status(get(host + "Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: cors\r\n"))).isEqualTo(403);
        assertThat(get(host + "Sec-Fetch-Site: cross-site\r\n"))
                .doesNotContain(token());
    }

    @Test
    void aLinkFromElsewhereOpensAPageButNoFrame() throws IOException {
        String link = "Host: " + own()
                + "\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: ";
        assertThat(status(get(link + "document\r\n"))).isEqualTo(200);
        assertThat(status(get(link + "iframe\r\n"))).isEqualTo(403);
    }

    @Test
    void anActionNeedsTheOriginAndTheTokenOfThisStart() throws IOException {
        String origin = "Origin: http://" + own() + "\r\n";
        assertThat(act("", "state=OK")).isEqualTo(403);
        assertThat(act(origin, "state=OK")).isEqualTo(403);
        assertThat(act("", "state=OK&token=" + token())).isEqualTo(403);
        assertThat(act("Origin: http://evil.example\r\n", "state=OK&token=" + token())).isEqualTo(403);
        assertThat(act(origin, "state=OK&token=" + token().replace(token().charAt(0), 'g'))).isEqualTo(403);
        assertThat(act(origin, "state=OK&token=" + token())).isEqualTo(303);
        assertThat(world.alarms.find("highlands-local-edge-errors").orElseThrow().state()).isEqualTo(AlarmState.OK);
    }

    @Test
    void anActionIsNotPerformedByReading() throws IOException {
        assertThat(status(ask("GET", ALARM + "?state=ALARM", "Host: " + own() + "\r\n", ""))).isEqualTo(404);
    }

    @Test
    void everyAnswerForbidsScriptsFramesAndGuesses() throws IOException {
        for (String path : new String[]{"/alarms", "/nowhere", "/status"}) {
            assertThat(ask("GET", path, "Host: " + own() + "\r\n", "")).contains("script-src 'self';",
                    "default-src 'none'", "frame-ancestors 'none'", "X-Frame-Options: DENY",
                    "X-Content-Type-Options: nosniff", "Cross-Origin-Resource-Policy: same-origin");
        }
    }

    @Test
    void aMistakeInAnAddressIsOneLineAndNoStackTrace() throws IOException {
        String answer = ask("GET", "/alarms/highlands-local-latency-slo?range=1y", "Host: " + own() + "\r\n", "");
        assertThat(status(answer)).isEqualTo(400);
        assertThat(answer).contains("range &#39;1y&#39;; there are: 5m, 15m").doesNotContain("\tat ");
        assertThat(status(ask("GET", "/alarms/none", "Host: " + own() + "\r\n", ""))).isEqualTo(404);
        assertThat(status(ask("GET", "/logs?group=none", "Host: " + own() + "\r\n", ""))).isEqualTo(400);
    }

    @Test
    void aFormLargerThanAnyIsRefused() throws IOException {
        assertThat(act("Origin: http://" + own() + "\r\n", "state=OK&x=" + "0".repeat(100_000))).isNotEqualTo(303);
    }
}
