// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.io.IOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a browser may send to a server on 127.0.0.1. The values are those of RFC 6454 (Origin, {@code null} among them) and of
 * W3C's Fetch Metadata Request Headers (Sec-Fetch-Site, -Mode and -Dest).
 */
class OriginGuardTest {

    private LoopbackServer server;

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: 127.0.0.1", "Host: localhost:4566", "Host: LOCALHOST", "Host: [::1]:4566"})
    void programsThatNameThisMachineAreServed(String headers) throws IOException {
        serve(OriginGuard.programs());
        assertThat(get(headers)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: evil.example", "Host: 127.0.0.1.evil.example", "Host: localhost.evil.example",
            "Host: 127.0.0.1\r\nOrigin: https://evil.example", "Host: 127.0.0.1\r\nOrigin: null",
            "Host: 127.0.0.1\r\nOrigin: http://127.0.0.1", "Host: 127.0.0.1\r\nSec-Fetch-Site: cross-site",
            "Host: 127.0.0.1\r\nSec-Fetch-Site: same-site", "Host: 127.0.0.1\r\nSec-Fetch-Site: same-origin",
            "Host: 127.0.0.1\r\nSec-Fetch-Site: none"})
    void noBrowserIsServedWhereOnlyProgramsAre(String headers) throws IOException {
        serve(OriginGuard.programs());
        assertThat(get(headers)).isEqualTo(403);
        server.close();
        serve(OriginGuard.programsByAddress());
        assertThat(get(headers)).isEqualTo(403);
    }

    /** Host = uri-host [ ":" port ], RFC 9110, 7.2; a server answers 400 to any other (RFC 9112, 3.2). */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:4566x", "127.0.0.1:4566:1", "127.0.0.1:", "127.0.0.1:+80", "127.0.0.1:-1",
            "127.0.0.1:4566@evil.example", "127.0.0.1:4566/evil", "127.0.0.1:4566.evil.example", "127.0.0.1 evil",
            "evil@127.0.0.1", "127.0.0.1#", "127.0.0.1:999999", "[::1", "127.0.0.1,evil", ""})
    void aHostWithRubbishIsRefusedByAllServers(String host) throws IOException {
        serve(OriginGuard.programs());
        assertThat(get("Host: " + host)).isIn(400, 403);
        server.close();
        serve(OriginGuard.programsByAddress());
        assertThat(get("Host: " + host)).isIn(400, 403);
        server.close();
        servePages();
        assertThat(get("Host: " + host.replace("4566", String.valueOf(server.port())))).isIn(400, 403);
    }

    @Test
    void whereTheAddressIsNeededANameIsNotEnough() throws IOException {
        serve(OriginGuard.programsByAddress());
        assertThat(get("Host: 127.0.0.1")).isEqualTo(200);
        assertThat(get("Host: localhost")).isEqualTo(403);
    }

    @Test
    void pagesNeedNameAndPortOfTheServer() throws IOException {
        servePages();
        assertThat(get("Host: " + own())).isEqualTo(200);
        assertThat(get("Host: localhost:" + server.port())).isEqualTo(200);
        assertThat(get("Host: 127.0.0.1")).isEqualTo(403);
        assertThat(get("Host: 127.0.0.1:1")).isEqualTo(403);
        assertThat(get("Host: evil.example:" + server.port())).isEqualTo(403);
    }

    @Test
    void pagesOfAnotherOriginAreRefused() throws IOException {
        servePages();
        for (String headers : new String[]{"Origin: https://evil.example", "Origin: null", "Origin: http://127.0.0.1:1",
                "Origin: https://" + own(), "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe"}) {
            assertThat(get("Host: " + own() + "\r\n" + headers)).as(headers).isEqualTo(403);
        }
    }

    @Test
    void ownPagesTypedAddressesAndLinksThatOpenATabAreServed() throws IOException {
        servePages();
        for (String headers : new String[]{"Origin: http://" + own(), "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: none",
                "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document"}) {
            assertThat(get("Host: " + own() + "\r\n" + headers)).as(headers).isEqualTo(200);
        }
    }

    @Test
    void onlyTheOwnOriginIsThatOfAnOwnPage() throws IOException {
        server = new LoopbackServer(LoopbackServer.Options.of(0), (threads, port) -> exchange -> exchange
                .setStatusCode(OriginGuard.pages(port).isFromOwnPage(exchange) ? 200 : 403).endExchange());
        assertThat(get("Host: " + own() + "\r\nOrigin: http://" + own())).isEqualTo(200);
        assertThat(get("Host: " + own())).isEqualTo(403);
        assertThat(get("Host: " + own() + "\r\nOrigin: http://evil.example")).isEqualTo(403);
    }

    @Test
    void aRefusalHasNoHeadersByWhichAPageCouldReadIt() throws IOException {
        serve(OriginGuard.programs());
        assertThat(RawHttp.send(server.port(), "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://evil.example\r\n",
                new byte[0]).toLowerCase(java.util.Locale.ROOT)).doesNotContain("access-control-");
    }

    private void serve(OriginGuard guard) {
        server = new LoopbackServer(LoopbackServer.Options.of(0),
                (threads, port) -> guard.before(exchange -> exchange.getResponseSender().send("served")));
    }

    private void servePages() {
        server = new LoopbackServer(LoopbackServer.Options.of(0), (threads, port) -> OriginGuard.pages(port)
                .before(exchange -> exchange.getResponseSender().send("served")));
    }

    private String own() {
        return "127.0.0.1:" + server.port();
    }

    private int get(String headers) throws IOException {
        return RawHttp.status(RawHttp.send(server.port(), "GET / HTTP/1.1\r\n" + headers + "\r\n", new byte[0]));
    }
}
