// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Requests and answers that one end breaks off: it leaves, closes or stalls. */
class StreamingBreakOffTest {

    @Test
    void aClientThatLeavesEndsTheRequestAtTheTarget() throws Exception {
        leaveAfter("GET / HTTP/1.1\r\nHost: a\r\n\r\n", 0);
    }

    @Test
    void aClientThatLeavesAfterItsBodyEndsTheRequestAtTheTarget() throws Exception {
        leaveAfter("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello", 5);
    }

    private static void leaveAfter(String request, int bodyBytes) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        try (ForwardKit kit = new ForwardKit(); RawServer target = RawServer.on(ForwardKit.TARGET, 3000, socket -> {
            RawServer.readHead(socket);
            socket.getInputStream().readNBytes(bodyBytes);
            arrived.countDown();
            ended.set(endOf(socket));
        })) {
            try (RawClient client = kit.client()) {
                client.send(request);
                assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
            }

            assertThat(Until.is(ended::get)).isTrue();
            assertThat(Until.is(() -> kit.finished.size() == 1)).isTrue();
            assertThat(kit.finished.getFirst().status()).isZero();
            assertThat(kit.outcomes).containsExactly(Outcome.CLIENT_GONE);
            assertThat(target.connections()).isEqualTo(1);
        }
    }

    @Test
    void aClientThatLeavesInTheMiddleOfAnAnswerEndsItAtTheTarget() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        try (ForwardKit kit = new ForwardKit(); RawServer target = RawServer.on(ForwardKit.TARGET, 3000, socket -> {
            RawServer.readHead(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + LargeBody.LENGTH + "\r\n\r\n");
            try {
                LargeBody.write(socket);
            } finally {
                ended.set(endOf(socket));
            }
        })) {
            try (RawClient client = kit.client()) {
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").head();
                RawServer.reset(client.socket());
            }

            assertThat(Until.is(ended::get)).isTrue();
            assertThat(target.connections()).isEqualTo(1);
        }
    }

    @Test
    void aRequestOnAConnectionThatTheTargetHasJustClosedIsSentAgain() throws Exception {
        try (ForwardKit kit = new ForwardKit(); RawServer target = RawServer.on(ForwardKit.TARGET, 3000, socket -> {
            RawServer.readHead(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            if (!RawServer.readHead(socket).isEmpty()) {
                socket.close();
            }
        }); RawClient client = kit.client()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").head();

            assertThat(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").head()).startsWith("HTTP/1.1 200 ");
            assertThat(target.connections()).isEqualTo(2);
        }
    }

    @Test
    void aPostOnAConnectionThatTheTargetHasJustClosedIsNotSentAgain() throws Exception {
        try (ForwardKit kit = new ForwardKit(); RawServer target = RawServer.on(ForwardKit.TARGET, 3000, socket -> {
            RawServer.readHead(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            RawServer.readHead(socket);
            socket.close();
        }); RawClient client = kit.client()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").head();

            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi");
            assertThat(client.head()).startsWith("HTTP/1.1 502 ");
            assertThat(target.connections()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatStallsIsBrokenOffWhenItIsIdleTooLong() throws Exception {
        Limits limits = new Limits(Duration.ofSeconds(1), Duration.ZERO, Duration.ofMillis(200), 0, 1 << 20);
        try (ForwardKit kit = new ForwardKit(limits);
                RawServer target = RawServer.on(ForwardKit.TARGET, 3000,
                        socket -> {
                            RawServer.readHead(socket);
                            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
                            endOf(socket);
                        });
                RawClient client = kit.client()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");

            assertThatThrownBy(client::readToEnd).isInstanceOf(IOException.class);
            assertThat(target.connections()).isEqualTo(1);
        }
    }

    private static boolean endOf(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }
}
