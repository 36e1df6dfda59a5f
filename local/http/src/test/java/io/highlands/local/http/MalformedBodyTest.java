// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.undertow.server.HttpHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bodies that cannot be read, or are too large: they are responded to, and no stack trace gets into a log. What is malformed: RFC
 * 9112, 7.1 (chunks) and 7.1.2 (trailers are field lines: RFC 9110, 5.1 and 5.5). What is sent: 400 for bad syntax (RFC 9110,
 * 15.5.1), 413 for a body beyond the limit (15.5.14).
 */
class MalformedBodyTest {

    private static final int LIMIT = 1_000;
    private static final String POST = "POST / HTTP/1.1\r\nHost: localhost\r\n";
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n";

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream err = System.err;
    private final Handler handler = new Handler() {

        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.WARNING.intValue() || record.getThrown() != null) {
                logged.add(record.getMessage() + " " + record.getThrown());
            }
        }

        @Override
        public void flush() {
            // nothing is kept
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(handler);
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void nothingIsLogged() {
        System.setErr(err);
        Logger.getLogger("").removeHandler(handler);
        assertThat(logged).isEmpty();
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("\tat ", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0\r\n\u00e4: 1\r\n\r\n", "0\r\n: 1\r\n\r\n", "0\r\n{\"a\": 1}\r\n\r\n", "0\r\nX\r\n\r\n",
            "0\r\nX : 1\r\n\r\n", "0\r\n X: 1\r\n\r\n", "0\r\nX: 1\u0000\r\n\r\n", "0\r\nX: 1\rY: 2\r\n\r\n",
            "0\r\nX: 1\n\r\n", "0\r\n\nX: 1\r\n\r\n", "zz\r\n", "2\r\nokay\r\n0\r\n\r\n", "ffffffffffffffff1\r\n"})
    void chunksAndTrailersThatCannotBeReadAre400(String body) throws IOException {
        try (LoopbackServer server = server(0, receiving())) {
            assertThat(send(server, CHUNKED, body)).startsWith("HTTP/1.1 400 ").contains("\r\nConnection: close");
        }
        try (LoopbackServer server = server(LIMIT, received())) {
            assertThat(send(server, CHUNKED, body)).startsWith("HTTP/1.1 400 ").contains("\r\nConnection: close");
        }
    }

    /** It may respond before the body has arrived. */
    @ParameterizedTest
    @ValueSource(strings = {"0\r\n: 1\r\n\r\n", "zz\r\n", "2\r\nok\r\n0\r\nX: 1\u0000\r\n\r\n"})
    void aHandlerThatReadsNoBodyIsNotDisturbedByOne(String body) throws IOException {
        try (LoopbackServer server = server(0, answering())) {
            assertThat(send(server, CHUNKED, body)).containsPattern("^HTTP/1.1 40[05] ");
        }
    }

    @Test
    void moreTrailersThanAnybodySendsAre400() throws IOException {
        for (String trailers : List.of("X: " + "x".repeat(9_000), "x".repeat(9_000), "X: y\r\n".repeat(3_000))) {
            try (LoopbackServer server = server(LIMIT, received())) {
                assertThat(send(server, CHUNKED, "0\r\n" + trailers + "\r\n\r\n")).startsWith("HTTP/1.1 400 ");
            }
        }
    }

    @Test
    void trailersThatCanBeReadAreAccepted() throws IOException {
        try (LoopbackServer server = server(LIMIT, received())) {
            assertThat(send(server, CHUNKED, "2;a=b\r\nok\r\n0\r\nX-Sum: \u00e41\t2\r\nY:\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\nok");
        }
    }

    /** RFC 9110, 15.6.4: overload is 503. */
    @Test
    void bodiesThatNeverEndTakeNoMoreThanTheirShareOfMemory() throws Exception {
        List<Socket> halves = new ArrayList<>();
        try (LoopbackServer server = server(LIMIT, received())) {
            for (int i = 0; i < 64; i++) {
                Socket half = new Socket("127.0.0.1", server.port());
                halves.add(half);
                half.getOutputStream().write((POST + "Content-Length: " + LIMIT + "\r\n\r\n" + "x".repeat(LIMIT - 1))
                        .getBytes(StandardCharsets.ISO_8859_1));
            }
            assertThat(untilStatus(server, 503)).contains("too many bodies at once; try again");

            for (Socket half : halves) {
                half.close();
            }
            assertThat(untilStatus(server, 200)).endsWith("ok");
        } finally {
            for (Socket half : halves) {
                half.close();
            }
        }
    }

    private static String untilStatus(LoopbackServer server, int status) throws IOException {
        long end = System.nanoTime() + 20_000_000_000L;
        String response;
        do {
            response = send(server, POST + "Content-Length: 2\r\n", "ok");
        } while (RawHttp.status(response) != status && System.nanoTime() < end);
        return response;
    }

    /** RFC 9112, 6.1 to 6.3: only chunked, once and without a length, says where a body ends. */
    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked\u00ff", "Transfer-Encoding: chunked\u00fe",
            "X: a  b\r\nTransfer-Encoding: chunked\u00ff", "Transfer-Encoding: identity",
            "Transfer-Encoding: gzip, chunked",
            "Transfer-Encoding: chunked\r\nContent-Length: 5", "Content-Length: 5\r\nContent-Length: 5"})
    void aBodyWhoseEndIsNotCertainIs400(String fields) throws IOException {
        for (int limit : new int[]{0, LIMIT}) {
            try (LoopbackServer server = server(limit, limit == 0 ? receiving() : received())) {
                assertThat(send(server, POST + fields + "\r\n", "0\r\n\r\n")).startsWith("HTTP/1.1 400 ")
                        .containsIgnoringCase("\r\nConnection: close");
            }
        }
    }

    /** RFC 9110, 5.5: white space around a value is not part of it. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080\t", "localhost:8080  ", "\t localhost \t "})
    void whiteSpaceAroundTheHostIsNotPartOfIt(String host) throws IOException {
        try (LoopbackServer server = server(0, OriginGuard.programs().before(received()))) {
            assertThat(send(server, "GET / HTTP/1.1\r\nHost: " + host + "\r\n", "")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aBodyBeyondTheLimitIs413HoweverItIsFramed() throws IOException {
        try (LoopbackServer server = server(LIMIT, received())) {
            assertThat(send(server, POST + "Content-Length: 1001\r\n", "x".repeat(1_001)))
                    .startsWith("HTTP/1.1 413 ").endsWith("the body is larger than 1000 bytes\n");
            assertThat(send(server, CHUNKED, "3e9\r\n" + "x".repeat(1_001) + "\r\n0\r\n\r\n"))
                    .startsWith("HTTP/1.1 413 ").endsWith("the body is larger than 1000 bytes\n");
            assertThat(send(server, CHUNKED, "3e8\r\n" + "x".repeat(1_000) + "\r\n0\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    /** Responds without a look at the body. */
    private static HttpHandler answering() {
        return exchange -> exchange.setStatusCode(405).getResponseSender().send("no");
    }

    private static HttpHandler receiving() {
        return exchange -> BoundedBody.receive(exchange, LIMIT, new BodyMemory(Long.MAX_VALUE).share(),
                body -> exchange.getResponseSender().send("read"), refused -> exchange.endExchange());
    }

    private static HttpHandler received() {
        return exchange -> exchange.getResponseSender()
                .send(new String(ReceivedBody.of(exchange), StandardCharsets.ISO_8859_1));
    }

    private static LoopbackServer server(int limit, HttpHandler handler) {
        HttpHandler reading = limit == 0 ? handler : new ReceivedBody(limit).before(handler);
        return new LoopbackServer(LoopbackServer.Options.of(0), (threads, port) -> reading);
    }

    private static String send(LoopbackServer server, String head, String body) throws IOException {
        String response = RawHttp.send(server.port(), head, body.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(RawHttp.send(server.port(), "GET / HTTP/1.1\r\nHost: localhost\r\n", new byte[0]))
                .as("the next request").startsWith("HTTP/1.1 ");
        return response;
    }
}
