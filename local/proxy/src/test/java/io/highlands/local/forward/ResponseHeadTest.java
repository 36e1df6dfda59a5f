// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How a response is framed and passed on; the numbers are sections of RFC 9112, if no other RFC is named. */
class ResponseHeadTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String HEAD = "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5", "content-length: 0", "Transfer-Encoding: chunked"})
    void a304EndsWithItsHeadWhateverItsFieldsSay6_3(String field) throws Exception {
        String answer = twice(GET, "HTTP/1.1 304 Not Modified\r\n" + field + "\r\nETag: \"x\"\r\n\r\n", 0);

        assertThat(answer).startsWith("HTTP/1.1 304 ").contains("ETag: \"x\"").doesNotContain("Transfer-Encod")
                .doesNotContain("_:");
        assertThat(answer.contains(field)).isEqualTo(field.startsWith("Content"));
    }

    @Test
    void a204HasNoContentLengthRfc9110_8_6() throws Exception {
        assertThat(twice(GET, "HTTP/1.1 204 No Content\r\nContent-Length: 7\r\n\r\n", 0)).startsWith("HTTP/1.1 204 ")
                .doesNotContainIgnoringCase("content-leng");
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content", "304 Not Modified", "200 OK"})
    void aResponseToHeadGainsNoTransferEncodingRfc9110_9_3_2(String status) throws Exception {
        assertThat(twice(HEAD, "HTTP/1.1 " + status + "\r\nX: y\r\n\r\n", 0)).contains("X: y")
                .doesNotContainIgnoringCase("transfer-encoding").doesNotContainIgnoringCase("content-length");
    }

    @Test
    void whatAResponseToHeadSaysOfTheBodyStays() throws Exception {
        assertThat(twice(HEAD, "HTTP/1.1 304 Not Modified\r\nContent-Length: 5000\r\n\r\n", 0))
                .contains("Content-Length: 5000");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void interimResponsesArePassedOnRfc9110_15_2(int bytesAtOnce) throws Exception {
        String early = "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n";
        String answer = once(GET, "HTTP/1.1 102 Processing\r\n\r\n" + early + OK, bytesAtOnce);

        assertThat(answer).startsWith("HTTP/1.1 102 Processing\r\n\r\n" + early + "HTTP/1.1 200 OK\r\n").endsWith("ok");
    }

    @Test
    void noInterimResponseIsSentToAClientOfHttp10Rfc9110_15_2() throws Exception {
        assertThat(once("GET / HTTP/1.0\r\nHost: a\r\n\r\n", "HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n" + OK, 0))
                .contains(" 200 OK\r\n").doesNotContain(" 103 ").endsWith("ok");
    }

    @Test
    void a100ThatNobodyExpectsIsNotPassedOn() throws Exception {
        assertThat(once(GET, "HTTP/1.1 100 Continue\r\n\r\n" + OK, 0)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 103 Early Hints\r\nLink: a\nb\r\n\r\n",
            "HTTP/1.1 103 Early Hints\r\nno colon\r\n\r\n",
            "HTTP/1.1 103 Early Hints\r\nX: a\u0000b\r\n\r\n", "HTTP/1.1 103 Early\rHints\r\n\r\n"})
    void anInterimResponseThatCannotBeReadIsNotPassedOn(String interim) throws Exception {
        assertThat(once(GET, interim + OK, 0)).startsWith("HTTP/1.1 502 ").contains("BAD_ANSWER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX: a\u0000b\r\nContent-Length: 2\r\n\r\nok",
            "HTTP/1.1 200 OK\r\nX: a\rb\r\nContent-Length: 2\r\n\r\nok",
            "HTTP/1.1 200 OK\r\nno colon\r\nContent-Length: 2\r\n\r\nok", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok",
            "HTTP/1.1 200 OK\r\nX A: b\r\nContent-Length: 2\r\n\r\nok",
            "HTTP/1.1 2000 OK\r\nContent-Length: 2\r\n\r\nok",
            "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"})
    void whatIsNoHeadOfHttp1IsABadAnswer(String answer) throws Exception {
        assertThat(once(GET, answer, 0)).startsWith("HTTP/1.1 502 ").contains("BAD_ANSWER");
    }

    @Test
    void aHeadPastTheLimitIsABadAnswer() throws Exception {
        String many = "X-Long: " + "x".repeat(1000) + "\r\n";

        assertThat(once(GET, "HTTP/1.1 200 OK\r\n" + many.repeat(3_000) + "Content-Length: 2\r\n\r\nok", 0))
                .startsWith("HTTP/1.1 502 ").contains("BAD_ANSWER");
        assertThat(once(GET, "HTTP/1.1 200 OK\r\n" + many.repeat(7) + "Content-Length: 2\r\n\r\nok", 0))
                .startsWith("HTTP/1.1 200 ");
        assertThat(once(GET, ("HTTP/1.1 103 Early Hints\r\n" + many + "\r\n").repeat(9) + OK, 0))
                .contains("HTTP/1.1 502 ");
    }

    @Test
    void aReasonMayBeEmpty4() throws Exception {
        assertThat(once(GET, "HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\nok", 0)).startsWith("HTTP/1.1 200 ")
                .endsWith("ok");
    }

    @Test
    void aConnectionThatTheTargetEndsIsNotUsedAgain9_6() throws Exception {
        try (ForwardKit kit = new ForwardKit();
                RawServer target = always("HTTP/1.1 200 OK\r\nConnection: X, close\r\nContent-Length: 2\r\n\r\nok", 0);
                RawClient client = kit.client()) {
            for (int i = 0; i < 2; i++) {
                assertThat(client.send(GET).head()).startsWith("HTTP/1.1 200 ")
                        .doesNotContainIgnoringCase("connection");
                client.read(2);
            }
            assertThat(target.connections()).isEqualTo(2);
        }
    }

    private static String once(String request, String answer, int bytesAtOnce) throws Exception {
        try (ForwardKit kit = new ForwardKit();
                RawServer target = always(answer, bytesAtOnce);
                RawClient client = kit.client()) {
            String closing = request.replace("Host: a\r\n", "Host: a\r\nConnection: close\r\n");
            String all = client.send(closing).readToEnd();
            assertThat(target.connections()).isEqualTo(1);
            return all;
        }
    }

    /** The second response shows that the first was cut where it ends, at the target and for the client. */
    private static String twice(String request, String answer, int bytesAtOnce) throws Exception {
        try (ForwardKit kit = new ForwardKit();
                RawServer target = always(answer, bytesAtOnce);
                RawClient client = kit.client()) {
            String first = client.send(request).head();
            assertThat(client.send(request).head()).startsWith(first.substring(0, first.indexOf('\r')));
            assertThat(target.connections()).isEqualTo(1);
            return first;
        }
    }

    private static RawServer always(String answer, int bytesAtOnce) throws IOException {
        return RawServer.on(ForwardKit.TARGET, 3000, socket -> {
            socket.setTcpNoDelay(true);
            while (!RawServer.readHead(socket).isEmpty()) {
                int step = bytesAtOnce == 0 ? answer.length() : bytesAtOnce;
                for (int i = 0; i < answer.length(); i += step) {
                    RawServer.write(socket, answer.substring(i, Math.min(answer.length(), i + step)));
                    if (bytesAtOnce > 0) {
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                    }
                }
            }
        });
    }
}
