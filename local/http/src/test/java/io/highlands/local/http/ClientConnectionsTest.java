// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A server may close idle connections at any time, and bounds how many there are (RFC 9112, 9.4 and 9.5). */
class ClientConnectionsTest {

    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final CountDownLatch held = new CountDownLatch(1);
    private final List<Socket> sockets = new ArrayList<>();
    private LoopbackServer server;

    @AfterEach
    void close() throws IOException {
        held.countDown();
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    @Test
    void aConnectionThatAsksNothingIsClosedSoon() throws IOException {
        serve(100);
        Socket silent = connect();
        Socket asking = connect();
        ask(asking);

        assertThat(silent.getInputStream().read()).isEqualTo(-1);
        assertThat(ask(asking)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void ofIdleConnectionsTheOneThatWaitsLongestIsClosedWhenThereAreTooMany() throws IOException {
        serve(10_000);
        for (int i = 0; i < 2 * ClientConnections.MAX_IDLE; i++) {
            ask(connect());
        }

        assertThat(sockets.getFirst().getInputStream().read()).isEqualTo(-1);
        assertThat(ask(sockets.getLast())).startsWith("HTTP/1.1 200 ");
        assertThat(ask(sockets.get(ClientConnections.MAX_IDLE + 1))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aRequestThatIsBeingHandledKeepsItsConnection() throws IOException {
        serve(50);
        Socket slow = connect();
        write(slow, REQUEST.replace("/ ", "/held "));
        for (int i = 0; i < 2 * ClientConnections.MAX_IDLE; i++) {
            ask(connect());
        }
        held.countDown();

        assertThat(read(slow)).startsWith("HTTP/1.1 200 ");
    }

    private void serve(long silentMillis) {
        server = new LoopbackServer(LoopbackServer.Options.of(0), silentMillis, (threads, port) -> exchange -> {
            if (exchange.getRequestPath().equals("/held")) {
                exchange.dispatch(threads, waiting -> {
                    held.await();
                    IoThread.answer(waiting, same -> same.getResponseSender().send("ok"));
                });
            } else {
                exchange.getResponseSender().send("ok");
            }
        });
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(20_000);
        sockets.add(socket);
        return socket;
    }

    private static String ask(Socket socket) throws IOException {
        write(socket, REQUEST);
        return read(socket);
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String read(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith("\r\n\r\nok")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                return answer.toString();
            }
            answer.append((char) next);
        }
        return answer.toString();
    }
}
