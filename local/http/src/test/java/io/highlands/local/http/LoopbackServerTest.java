// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

import io.highlands.local.error.PortTakenException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoopbackServerTest {

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> new LoopbackServer(LoopbackServer.Options.of(taken.getLocalPort()),
                    (threads, port) -> exchange -> {})).isInstanceOf(PortTakenException.class)
                    .hasMessage("127.0.0.1:" + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void aServerWhoseHandlerCannotBeMadeDoesNotKeepItsPort() throws IOException {
        int[] bound = new int[1];
        assertThatThrownBy(() -> new LoopbackServer(LoopbackServer.Options.of(0), (threads, port) -> {
            bound[0] = port;
            throw new IllegalStateException("a defect");
        })).hasMessage("a defect");

        try (ServerSocket again = new ServerSocket()) {
            again.setReuseAddress(true);
            again.bind(new java.net.InetSocketAddress(InetAddress.getByName("127.0.0.1"), bound[0]));
            assertThat(again.isBound()).isTrue();
        }
    }

    @Test
    void headersBeyondTheirLimitAreNotRead() throws IOException {
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.Options.of(0),
                (threads, port) -> exchange -> exchange.getResponseSender().send("served"))) {
            assertThat(RawHttp.send(server.port(), "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(60_000)
                    + "\r\n", new byte[0])).startsWith("HTTP/1.1 200 ");
            assertThat(RawHttp.send(server.port(), "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(80_000)
                    + "\r\n", new byte[0])).doesNotContain(" 200 ");
        }
    }
}
