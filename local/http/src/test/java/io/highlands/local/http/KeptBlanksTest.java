// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.io.IOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which blanks within a value are kept (RFC 9110, 5.5), and which local/proxy's README says are joined. */
class KeptBlanksTest {

    private final LoopbackServer server = new LoopbackServer(LoopbackServer.Options.of(0),
            (threads, port) -> exchange -> exchange.getResponseSender()
                    .send("[" + exchange.getRequestHeaders().getFirst("X") + "]"));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aHeadUpTo16KibKeepsThem() throws IOException {
        assertThat(send("F: " + "f".repeat(15_000) + "\r\nX: a  b\r\n")).endsWith("[a  b]");
    }

    @Test
    void aLargerHeadHasThemJoined() throws IOException {
        assertThat(send("F: " + "f".repeat(17_000) + "\r\nX: a  b\r\n")).endsWith("[a b]");
    }

    @Test
    void aHeadWithAFoldedLineHasThemJoined() throws IOException {
        assertThat(send("X: a  b\r\nF: 1\r\n 2\r\n")).endsWith("[a b]");
    }

    private String send(String fields) throws IOException {
        return RawHttp.send(server.port(), "GET / HTTP/1.1\r\nHost: localhost\r\n" + fields, new byte[0]);
    }
}
