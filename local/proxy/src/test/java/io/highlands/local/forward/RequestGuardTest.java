// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 5\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: five\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
            "G\u0001T / HTTP/1.1\r\nHost: a\r\n\r\n", "\u0000\u0001\u0002\u0003\r\n\r\n"})
    void whatTwoReadersCouldCutDifferentlyIsRefusedAndNeverPassedOn(String request) throws Exception {
        try (ForwardKit kit = new ForwardKit();
                RawServer target = RawServer.on(ForwardKit.TARGET, 3000, RawServer::readHead);
                RawClient client = kit.client()) {
            String answer = client.send(request).readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("HTTP/1.1 2");
            assertThat(target.connections()).isZero();
        }
    }

    @Test
    void tunnelsAreRefused() throws Exception {
        try (ForwardKit kit = new ForwardKit(); RawClient client = kit.client()) {
            assertThat(client.send("CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n").head())
                    .startsWith("HTTP/1.1 405 ");
        }
    }

    @Test
    void aHeaderPastTheLimitIsRefused() throws Exception {
        try (ForwardKit kit = new ForwardKit(); RawClient client = kit.client()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(ForwardKit.MAX_HEADER) + "\r\n\r\n");

            assertThat(client.readToEnd()).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void aBodySaidToBePastTheLimitIsRefusedUnread() throws Exception {
        try (ForwardKit kit = new ForwardKit(); RawClient client = kit.client()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + (ForwardKit.MAX_BODY + 1) + "\r\n\r\n");

            assertThat(client.head()).startsWith("HTTP/1.1 413 ").containsIgnoringCase("connection: close");
        }
    }
}
