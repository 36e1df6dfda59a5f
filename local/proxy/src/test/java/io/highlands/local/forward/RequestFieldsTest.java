// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fields of a request reach the target as they came: a proxy must not change the order of lines of one name (RFC 9110, 5.3), white
 * space within a value belongs to it and around it does not (5.5), and only HTTP/2 splits and joins Cookie (RFC 9113, 8.2.3).
 */
class RequestFieldsTest {

    private final RecordedExchange requests = new RecordedExchange();

    private final List<String> heads = requests.heads();

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a  b", "a   b  c", "a\tb", "a \tb", "a \t b", "a\t\tb", "\u00c3\u00a4  b",
            "\"a  b\"",
            "\u00ff b", "\u00fe\u00ff", "a,  b", "a;b=\"c  d\""})
    void aValueIsPassedOnAsItCame(String value) throws Exception {
        for (int cut : new int[]{0, 1}) {
            heads.clear();
            requests.exchange("GET / HTTP/1.1\r\nHost: a\r\nX-Value: " + value + "\r\nX-Last: 1\r\n\r\n", cut);
            assertThat(heads).singleElement().asString().contains("\r\nX-Value: " + value + "\r\n",
                    "\r\nX-Last: 1\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"  a  b  ", "\ta  b\t", "a  b \t "})
    void whiteSpaceAroundAValueIsNotPartOfIt(String value) throws Exception {
        requests.exchange("GET / HTTP/1.1\r\nHost: a\r\nX-Value: " + value + "\r\n\r\n", 0);

        assertThat(heads).singleElement().asString().contains("\r\nX-Value: a  b\r\n");
    }

    @Test
    void blanksInOneRequestOfSeveralAreItsOwn() throws Exception {
        requests.exchange("GET /1 HTTP/1.1\r\nHost: a\r\nX: \u00ff\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\nX: a  b\r\n\r\n"
                + "GET /3 HTTP/1.1\r\nHost: a\r\nX: \u00fe\r\n\r\n", 0);

        assertThat(heads).hasSize(3);
        assertThat(heads.get(0)).contains("X: \u00ff\r\n");
        assertThat(heads.get(1)).contains("X: a  b\r\n");
        assertThat(heads.get(2)).contains("X: \u00fe\r\n");
    }

    /** RFC 9110, 5.5: bytes from 0x80 on (obs-text) are part of a value. */
    @ParameterizedTest
    @ValueSource(strings = {"X: \u00ff\r\nY: a  b\tc\r\n", "Y: a  b\tc\r\nX: \u00fe\u00ff\r\n",
            "X: \u00ffa  b\u00fe\t\u00ff\r\nY: a  b\tc\r\n"})
    void noByteOfOneFieldChangesTheBlanksOfAnother(String fields) throws Exception {
        requests.exchange("GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n", 0);

        assertThat(heads.getFirst().split("\r\n")).contains(fields.split("\r\n"));
    }

    @Test
    void eachLineOfOneNameKeepsItsOwnBlanks() throws Exception {
        String fields = "X: a b\r\nX: a  b\r\nX: a\tb\r\nX: a b\r\n";
        requests.exchange("GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n", 0);

        assertThat(heads).singleElement().asString().contains(fields);
    }

    /** RFC 9110, 5.5: a value does not include white space around it. */
    @ParameterizedTest
    @ValueSource(strings = {"Host: a:80\t", "Host:\ta:80", "Host: a:80  ", "Host:  a:80 \t ",
            "Host: a:80\t\r\nX: a  b"})
    void whiteSpaceAroundTheHostIsNotPartOfIt(String host) throws Exception {
        requests.exchange("GET / HTTP/1.1\r\n" + host + "\r\n\r\n", 0);

        assertThat(heads).singleElement().asString().contains("\r\nHost: a:80\r\n");
    }

    /** RFC 9112, 9.6: a server closes after the response to a request with the close option. */
    @ParameterizedTest
    @ValueSource(strings = {"Connection: close\t", "Connection: close  ", "Connection:\tclose",
            "X: a  b\r\nConnection: close\t"})
    void whiteSpaceAroundTheConnectionOptionIsNotPartOfIt(String fields) throws Exception {
        assertThat(requests.exchange("GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n\r\n", 0))
                .containsIgnoringCase("\r\nConnection: close\r\n");
    }

    @Test
    void theBlanksOfALargeHeadAreKept() throws Exception {
        for (int size : new int[]{2_000, 5_000}) {
            heads.clear();
            String filling = "F: " + "f".repeat(size) + "\r\n";
            requests.exchange("GET / HTTP/1.1\r\nHost: a\r\n" + filling + "X: a  b\r\n\r\n", 0);
            assertThat(heads).singleElement().asString().contains("\r\nX: a  b\r\n", filling);
        }
    }

    @Test
    void aFramedBodyIsReadWhateverBlanksStandAroundItsLength() throws Exception {
        requests.exchange("POST / HTTP/1.1\r\nHost: a\r\nContent-Length:   2  \r\nX: a  b\r\n\r\nok", 0);

        assertThat(heads).singleElement().asString().contains("Content-Length: 2\r\n", "X: a  b\r\n");
    }

    @Test
    void severalCookieLinesStaySeveralLines() throws Exception {
        requests.exchange("GET / HTTP/1.1\r\nHost: a\r\nCookie: a=1;  b=2\r\nCookie: c=3\r\n\r\n", 0);

        assertThat(heads).singleElement().asString().contains("Cookie: a=1;  b=2\r\n", "Cookie: c=3\r\n");
    }

    @Test
    void http10WithoutHostIsPassedOnWithTheAddressThatItCameTo3_2() throws Exception {
        String answer = requests.exchange("GET / HTTP/1.0\r\nX: 1\r\n\r\n", 0);

        assertThat(answer).contains(" 200 ");
        assertThat(heads).singleElement().asString().startsWith("GET / HTTP/1.1\r\n")
                .contains("Host: 127.77.251.1:8080\r\n");
    }
}
