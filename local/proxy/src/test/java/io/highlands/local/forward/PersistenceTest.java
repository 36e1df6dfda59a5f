// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** When a client's connection outlives its request, in both versions; the numbers are sections of RFC 9112. */
class PersistenceTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final AtomicReference<String> head = new AtomicReference<>();

    @ParameterizedTest
    @ValueSource(strings = {"close", "Close", "TE, close", "close, TE", "x ,\tCLOSE , y", "TE\r\nConnection: close",
            "keep-alive, close"})
    void closeAnywhereInTheListEndsTheConnection9_6(String connection) throws Exception {
        assertThat(all("GET / HTTP/1.1\r\nHost: a\r\nConnection: " + connection + "\r\n\r\n"))
                .containsIgnoringCase("\r\nconnection: close\r\n").endsWith("ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed", "x-close", "TE", "keep-alive", ","})
    void anotherNameDoesNot9_3(String connection) throws Exception {
        assertKept("GET / HTTP/1.1\r\nHost: a\r\nConnection: " + connection + "\r\n\r\n", "HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep-alive", "Keep-Alive", "TE, keep-alive", "x\r\nConnection: keep-alive"})
    void aClientOfHttp10ThatAsksForItIsToldThatItsConnectionStays9_3(String connection) throws Exception {
        String request = "GET / HTTP/1.0\r\nHost: a\r\nConnection: " + connection + "\r\n\r\n";

        assertThat(assertKept(request, "HTTP/1.0 200 ")).containsIgnoringCase("\r\nconnection: keep-alive\r\n");
    }

    @Test
    void aClientOfHttp10ThatDoesNotAskIsClosed9_3() throws Exception {
        assertThat(all("GET / HTTP/1.0\r\nHost: a\r\n\r\n")).containsIgnoringCase("\r\nconnection: close\r\n");
        assertThat(all("GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive, close\r\n\r\n"))
                .containsIgnoringCase("\r\nconnection: close\r\n");
    }

    @Test
    void withoutALengthAResponseToHttp10EndsWithTheConnectionEvenIfItWasToStay6_3() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n";
        try (ForwardKit kit = new ForwardKit(); RawServer target = always(answer); RawClient client = kit.client()) {
            assertThat(client.send("GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n").readToEnd())
                    .containsIgnoringCase("\r\nconnection: close\r\n").doesNotContain("chunked").endsWith("\r\n\r\nok");
            assertThat(target.connections()).isEqualTo(1);
        }
    }

    @Test
    void aRequestOfHttp10WithoutHostIsSentOnWithTheAddressThatItCameTo3_2() throws Exception {
        assertThat(all("GET / HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.0 200 ");
        assertThat(head.get()).startsWith("GET / HTTP/1.1\r\n").contains("\r\nHost: 127.77.251.1:8080\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "DELETE", "PUT"})
    void aRequestOfHttp10WithoutALengthHasNoBody6_3(String method) throws Exception {
        assertThat(all(method + " / HTTP/1.0\r\nHost: a\r\n\r\n")).startsWith("HTTP/1.0 200 ");
        assertThat(head.get()).doesNotContainIgnoringCase("transfer-encoding");
    }

    private String all(String request) throws Exception {
        try (ForwardKit kit = new ForwardKit(); RawServer target = always(OK); RawClient client = kit.client()) {
            String answer = client.send(request).readToEnd();
            assertThat(target.connections()).isEqualTo(1);
            return answer;
        }
    }

    private String assertKept(String request, String status) throws Exception {
        try (ForwardKit kit = new ForwardKit(); RawServer target = always(OK); RawClient client = kit.client()) {
            String first = client.send(request).head();
            client.read(2);
            assertThat(client.send(request).head()).startsWith(status);
            assertThat(target.connections()).isEqualTo(1);
            return first;
        }
    }

    private RawServer always(String answer) throws Exception {
        return RawServer.on(ForwardKit.TARGET, 3000, socket -> {
            for (String next = RawServer.readHead(socket); !next.isEmpty(); next = RawServer.readHead(socket)) {
                head.set(next);
                RawServer.write(socket, answer);
            }
        });
    }
}
