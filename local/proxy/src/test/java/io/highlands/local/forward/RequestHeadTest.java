// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How the head of a request is read; the numbers are sections of RFC 9112 (HTTP/1.1), if no other RFC is named. */
class RequestHeadTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final RecordedExchange requests = new RecordedExchange();

    private final List<String> heads = requests.heads();

    @ParameterizedTest
    @ValueSource(strings = {"\r\nGET /1 HTTP/1.1\r\nHost: a\r\n\r\n", "\r\n\r\nGET /1 HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /0 HTTP/1.1\r\nHost: a\r\n\r\n\r\nGET /1 HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST /0 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok\r\nGET /1 HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST /0 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2;a=b\r\nok\r\n0\r\nX: y\r\n\r\n\r\n"
                    + "GET /1 HTTP/1.1\r\nHost: a\r\n\r\n"})
    void anEmptyLineBeforeARequestLineIsIgnored2_2(String request) throws Exception {
        String answers = requests.exchange(request, 0);

        assertThat(answers).doesNotContain(" 400 ");
        assertThat(heads.getLast()).startsWith("GET /1 HTTP/1.1\r\n");
    }

    @Test
    void headsAreReadAlikeHoweverTheyAreCut() throws Exception {
        String answers = requests.exchange(
                "\r\nPOST /? HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"
                        + "GET /1 HTTP/1.1\r\nHost: a\r\n\r\n",
                1);

        assertThat(answers).startsWith("HTTP/1.1 200 ").doesNotContain(" 400 ");
        assertThat(heads.getFirst()).startsWith("POST /? HTTP/1.1\r\n");
        assertThat(heads.getLast()).startsWith("GET /1 HTTP/1.1\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?", "/a?", "/a%3F?", "/a?b?", "/??", "/???a?", "/a?b??c", "/a",
            "/a?b=[c]&d={e}|f^g`h\"<>", "/\u00c3\u00a4?\u00c3\u00a4"})
    void aTargetIsPassedOnAsItCameRfc9110_7_7(String target) throws Exception {
        requests.exchange("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n", 0);

        assertThat(heads).singleElement().asString().startsWith("GET " + target + " HTTP/1.1\r\n");
    }

    @Test
    void eachOfSeveralRequestsKeepsItsOwnQuestionMark() throws Exception {
        requests.exchange(
                "GET /1? HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\nGET /3? HTTP/1.1\r\nHost: a\r\n\r\n",
                0);

        assertThat(heads).extracting(head -> head.split(" ")[1]).containsExactly("/1?", "/2", "/3?");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            // 2.2: a bare CR is invalid anywhere in a head
            "GET / HTTP/1.1\rHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX: a\r\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX\r: a\r\n\r\n",
            "\rGET / HTTP/1.1\r\nHost: a\r\n\r\n",
            // 2.3: only 1.x is understood
            "GET / HTTP/2.0\r\nHost: a\r\n\r\n", "GET / HTTP/0.9\r\nHost: a\r\n\r\n", "GET /\r\nHost: a\r\n\r\n",
            "GET / HTTP/11.1\r\nHost: a\r\n\r\n", "GET / http/1.1\r\nHost: a\r\n\r\n",
            // 3: one space each
            "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", "GET /  HTTP/1.1\r\nHost: a\r\n\r\n",
            " GET / HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /a\u0001 HTTP/1.1\r\nHost: a\r\n\r\n", "GET /\u007f HTTP/1.1\r\nHost: a\r\n\r\n",
            // 3.2: the Host is valid, and that of the target
            "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a:80x\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n",
            // 5: every line has a name without blanks, and a colon
            "GET / HTTP/1.1\r\nHost: a\r\nbroken\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX A: v\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX : v\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n: v\r\n\r\n",
            "GET / HTTP/1.1\r\n X: v\r\nHost: a\r\n\r\n",
            // RFC 9110, 5.5: CR, LF and NUL in a value are invalid, other control characters too
            "GET / HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX: a\u0007b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX: a\u007fb\r\n\r\n"})
    void whatIsNoHeadOfHttp1IsRefusedAndTheConnectionCloses(String request) throws Exception {
        assertThat(requests.exchange(request, 0)).startsWith("HTTP/1.1 400 ").containsIgnoringCase("connection: close");
        assertThat(heads).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\nok\r\n0\r\n\r\n", "\r\nok\r\n0\r\n\r\n", "2\nok\r\n0\r\n\r\n",
            "2\r\nokay\r\n0\r\n\r\n",
            "-2\r\nok\r\n0\r\n\r\n", "0x2\r\nok\r\n0\r\n\r\n", "2;a\nb\r\nok\r\n0\r\n\r\n",
            "fffffffffffffffff\r\nok\r\n0\r\n\r\n", "2\r\nok\n0\r\n\r\n", "2\r\nok\r\nzz\r\n",
            // 7.1.2: trailers are field lines
            "0\r\n: x\r\n\r\n", "0\r\n\u00e4: x\r\n\r\n", "0\r\nX\r\n\r\n", "0\r\nX : y\r\n\r\n",
            "0\r\nX: a\u0000\r\n\r\n"})
    void aChunkThatCannotBeReadIs400AndTheConnectionCloses7_1(String body) throws Exception {
        for (int bytes : new int[]{0, 1}) {
            assertThat(
                    requests.exchange("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + body, bytes))
                    .as(body)
                    .startsWith("HTTP/1.1 400 ").containsIgnoringCase("connection: close");
        }
    }

    /** 6.1 and 7: only an encoding that ends in chunked says where a body ends; a byte beside it makes it another. */
    @ParameterizedTest
    @ValueSource(strings = {"chunked\u00ff", "chunked\u00fe", "\u00ffchunked", "\u00fechunked", "chunked\u00ff\u00ff",
            "chunked\u00ff\r\nX: a  b", "chunked \u00ff", "chunked\t\u00ff", "chun ked", "chunked\u00a0", "identity"})
    void anEncodingThatIsNotChunkedIs400WhateverStandsBesideIt6_1(String encoding) throws Exception {
        for (String blanks : List.of("", "Y: a  b\r\n")) {
            assertThat(requests.exchange("POST / HTTP/1.1\r\nHost: a\r\n" + blanks + "Transfer-Encoding: " + encoding
                    + "\r\n\r\n0\r\n\r\n", 0)).startsWith("HTTP/1.1 400 ").containsIgnoringCase("connection: close");
        }
        assertThat(heads).isEmpty();
    }
}
