// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ForwardHttpTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @Test
    void methodTargetAndHeadersArriveAsTheyWereSent() throws Exception {
        String head = headAtTarget("PATCH /a%2Fb;v=1/c?x=1&y=%20&z HTTP/1.1\r\nHost: service-a:8080\r\n"
                + "X-Twice: 1\r\nX-Twice: 2\r\nAccept: a, b\r\n\r\n");

        assertThat(head).startsWith("PATCH /a%2Fb;v=1/c?x=1&y=%20&z HTTP/1.1\r\n").contains("Host: service-a:8080\r\n")
                .contains("X-Twice: 1\r\n").contains("X-Twice: 2\r\n").contains("Accept: a, b\r\n");
    }

    @Test
    void aTargetInAbsoluteFormIsSentInOriginForm() throws Exception {
        assertThat(headAtTarget("GET http://service-a:8080/route?p=1 HTTP/1.1\r\nHost: service-a:8080\r\n\r\n"))
                .startsWith("GET /route?p=1 HTTP/1.1\r\n");
    }

    @Test
    void headersOfOneConnectionAreNotPassedOn() throws Exception {
        String head = headAtTarget("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings, X-Private\r\n"
                + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQBAAAAAAIAAAAA\r\nX-Private: 1\r\nTE: trailers\r\n"
                + "Keep-Alive: timeout=5\r\nProxy-Connection: keep-alive\r\nX-Public: 2\r\n\r\n");

        assertThat(head).contains("X-Public: 2").doesNotContainIgnoringCase("upgrade")
                .doesNotContainIgnoringCase("http2-settings").doesNotContain("X-Private").doesNotContain("TE:")
                .doesNotContainIgnoringCase("keep-alive");
    }

    @Test
    void headersOfTheTargetsConnectionAreNotPassedBack() throws Exception {
        String answer = answerTo("GET / HTTP/1.1\r\nHost: a\r\n\r\n",
                "HTTP/1.1 200 OK\r\nConnection: close, X-Hop\r\nX-Hop: 1\r\nKeep-Alive: timeout=5\r\n"
                        + "X-End: 2\r\nContent-Length: 2\r\n\r\nok");

        assertThat(answer).contains("X-End: 2").doesNotContain("X-Hop").doesNotContainIgnoringCase("keep-alive")
                .doesNotContainIgnoringCase("connection: close");
    }

    @Test
    void headHasTheLengthAndNoBody() throws Exception {
        try (ForwardKit kit = new ForwardKit();
                RawServer target = answering("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n");
                RawClient client = kit.client()) {
            client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.head()).contains("Content-Length: 5000");

            client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 200");
            assertThat(target.connections()).isEqualTo(1);
        }
    }

    @Test
    void answersWithoutABodyEndAtTheirHead() throws Exception {
        for (String status : new String[]{"204 No Content", "304 Not Modified"}) {
            try (ForwardKit kit = new ForwardKit();
                    RawServer target = answering("HTTP/1.1 " + status + "\r\nETag: \"x\"\r\n\r\n");
                    RawClient client = kit.client()) {
                for (int i = 0; i < 2; i++) {
                    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                    assertThat(client.head()).startsWith("HTTP/1.1 " + status).contains("ETag")
                            .doesNotContain("chunked");
                }
                assertThat(target.connections()).isEqualTo(1);
            }
        }
    }

    @Test
    void aChunkedAnswerIsPassedOnInChunks() throws Exception {
        String answer = answerTo("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n");

        assertThat(answer).containsIgnoringCase("transfer-encoding: chunked").contains("hello").contains("world")
                .endsWith("0\r\n\r\n");
    }

    @Test
    void anAnswerThatEndsWithItsConnectionIsPassedOnInChunks() throws Exception {
        try (ForwardKit kit = new ForwardKit(); RawServer target = RawServer.on(ForwardKit.TARGET, 3000, socket -> {
            RawServer.readHead(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\n\r\nuntil the end");
            socket.close();
        }); RawClient client = kit.client()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

            assertThat(client.readToEnd()).containsIgnoringCase("chunked").contains("until the end")
                    .endsWith("0\r\n\r\n");
            assertThat(target.connections()).isEqualTo(1);
        }
    }

    @Test
    void aClientOfHttp10GetsAnAnswerThatEndsWithItsConnection() throws Exception {
        String answer = answerTo("GET / HTTP/1.0\r\nHost: a\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");

        assertThat(answer).doesNotContain("chunked").endsWith("\r\n\r\nhello");
    }

    @Test
    void requestsOfOneClientShareOneConnection() throws Exception {
        try (ForwardKit kit = new ForwardKit(); RawServer target = answering(OK); RawClient client = kit.client()) {
            for (int i = 0; i < 10; i++) {
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").head();
                assertThat(client.read(2)).isEqualTo("ok");
            }

            assertThat(target.connections()).isEqualTo(1);
        }
    }

    @Test
    void requestsSentAheadAreAnsweredInOrder() throws Exception {
        try (ForwardKit kit = new ForwardKit(); RawServer target = RawServer.on(ForwardKit.TARGET, 3000, socket -> {
            while (true) {
                String path = RawServer.readHead(socket).split(" ")[1];
                RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + path.length() + "\r\n\r\n" + path);
            }
        }); RawClient client = kit.client()) {
            client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
            client.send("GET /3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

            assertThat(client.readToEnd().replaceAll("(?s)HTTP/1.1 200.*?\r\n\r\n", " ")).isEqualTo(" /1 /2 /3");
            assertThat(target.connections()).isEqualTo(1);
        }
    }

    @Test
    void aRequestSentAheadWhileABodysAnswerIsAwaitedIsAnsweredNext() throws Exception {
        CountDownLatch ahead = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(1);
        try (ForwardKit kit = new ForwardKit(); RawServer target = RawServer.on(ForwardKit.TARGET, 3000, socket -> {
            RawServer.readHead(socket);
            socket.getInputStream().readNBytes(5);
            arrived.countDown();
            Until.open(ahead);
            RawServer.write(socket, OK);
            RawServer.readHead(socket);
            RawServer.write(socket, OK);
        }); RawClient client = kit.client()) {
            client.send("POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
            Until.open(arrived);
            client.send("GET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            ahead.countDown();

            for (int i = 0; i < 2; i++) {
                assertThat(client.head()).startsWith("HTTP/1.1 200 ");
                assertThat(client.read(2)).isEqualTo("ok");
            }
            assertThat(target.connections()).isEqualTo(1);
        }
    }

    @Test
    void aClientThatExpects100IsToldToContinueAndTheTargetIsNotAsked() throws Exception {
        try (ForwardKit kit = new ForwardKit()) {
            AtomicReference<String> head = new AtomicReference<>();
            try (RawServer target = RawServer.on(ForwardKit.TARGET, 3000, socket -> {
                head.set(RawServer.readHead(socket));
                socket.getInputStream().readNBytes(5);
                RawServer.write(socket, OK);
            }); RawClient client = kit.client()) {
                client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
                assertThat(client.head()).startsWith("HTTP/1.1 100 ");
                client.send("hello");

                assertThat(client.head()).startsWith("HTTP/1.1 200 ");
                assertThat(head.get()).doesNotContain("Expect");
                assertThat(target.connections()).isEqualTo(1);
            }
        }
    }

    @Test
    void aBrokenAnswerIsBrokenForTheClientToo() throws Exception {
        try (ForwardKit kit = new ForwardKit(); RawServer target = RawServer.on(ForwardKit.TARGET, 3000, socket -> {
            RawServer.readHead(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
            socket.close();
        }); RawClient client = kit.client()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");

            assertThatThrownBy(client::readToEnd).isInstanceOf(IOException.class);
            assertThat(target.connections()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatIsNoHttpIsNotPassedOn() throws Exception {
        for (String garbage : new String[]{"hello\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\nok",
                "HTTP/1.1 101 Switching Protocols\r\nLink: x\r\n\r\n"}) {
            try (ForwardKit kit = new ForwardKit(); RawServer target = RawServer.on(ForwardKit.TARGET, 3000, socket -> {
                RawServer.readHead(socket);
                RawServer.write(socket, garbage);
                socket.close();
            }); RawClient client = kit.client()) {
                assertThat(client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n").head()).as(garbage)
                        .startsWith("HTTP/1.1 502 ");
                assertThat(target.connections()).isEqualTo(1);
            }
        }
    }

    private static RawServer answering(String answer) throws IOException {
        return RawServer.on(ForwardKit.TARGET, 3000, socket -> {
            while (!RawServer.readHead(socket).isEmpty()) {
                RawServer.write(socket, answer);
            }
        });
    }

    private static String answerTo(String request, String answer) throws IOException {
        try (ForwardKit kit = new ForwardKit(); RawServer target = answering(answer); RawClient client = kit.client()) {
            client.send(request);
            String head = client.head();
            assertThat(target.connections()).isEqualTo(1);
            return head.contains("close") || request.contains("HTTP/1.0")
                    || request.contains("close") ? head + client.readToEnd() : head;
        }
    }

    private static String headAtTarget(String request) throws IOException {
        AtomicReference<String> head = new AtomicReference<>();
        try (ForwardKit kit = new ForwardKit(); RawServer target = RawServer.on(ForwardKit.TARGET, 3000, socket -> {
            head.set(RawServer.readHead(socket));
            RawServer.write(socket, OK);
        }); RawClient client = kit.client()) {
            assertThat(client.send(request).head()).startsWith("HTTP/1.1 200");
            assertThat(target.connections()).isEqualTo(1);
            return head.get();
        }
    }
}
