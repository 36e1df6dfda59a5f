// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.forward.RawClient;
import io.highlands.local.forward.RawServer;
import io.highlands.local.forward.Until;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A caller's Connection takes out what the caller sent (RFC 9110, 7.6.1), and nothing that the load balancer adds: the fields
 * are those of AWS's page "HTTP headers and Application Load Balancers".
 */
class HopByHopTest {

    private final BalancerKit kit = new BalancerKit();
    private final AtomicReference<String> head = new AtomicReference<>();

    @AfterEach
    void close() {
        kit.close();
    }

    @ParameterizedTest
    @CsvSource({"X-Amzn-Trace-Id, Root=1-", "x-amzn-trace-id, Root=1-", "X-Forwarded-For, 127.0.0.1",
            "X-Forwarded-Proto, http", "X-Forwarded-Port, ", "Host, a", "Content-Length, 2"})
    void noFieldThatTheLoadBalancerSetsOrNeedsCanBeTakenOut(String name, String value) throws Exception {
        String field = "\r\n" + name + ": " + (value == null ? "" : value);
        String own = name.startsWith("X-F") ? name + ": 6.6.6.6\r\n" : "";

        answer("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n" + own + "Connection: close, " + name
                + "\r\n\r\nok");

        assertThat(head.get()).containsIgnoringCase(field).doesNotContain("6.6.6.6");
    }

    @Test
    void whatTheCallerNamesIsTakenOutOnEveryLine() throws Exception {
        answer("GET / HTTP/1.1\r\nHost: a\r\ntraceparent: 00-1-2-01\r\nX-Hop: 1\r\nX-End: 2\r\n"
                + "Connection: traceparent\r\nConnection: x-hop , close\r\n\r\n");

        assertThat(head.get()).contains("X-End: 2", "X-Amzn-Trace-Id: ").doesNotContain("traceparent", "X-Hop",
                "Connection");
    }

    @Test
    void severalLinesOfForwardedForAreOneListRfc9110_5_3() throws Exception {
        answer("GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 1.1.1.1\r\nX-Forwarded-For: \r\n"
                + "X-Forwarded-For: 2.2.2.2, 3.3.3.3\r\nConnection: close\r\n\r\n");

        assertThat(head.get()).containsOnlyOnce("X-Forwarded-For")
                .contains("\r\nX-Forwarded-For: 1.1.1.1, 2.2.2.2, 3.3.3.3, 127.0.0.1\r\n");
    }

    @Test
    void theLoadBalancersOwnResponseEndsTheConnectionToo() throws Exception {
        try (RawClient client = new RawClient("127.0.0.1", kit.balancer.port(0))) {
            assertThat(client.send("GET /nothing HTTP/1.1\r\nHost: a\r\nConnection: TE, close\r\n\r\n").readToEnd())
                    .startsWith("HTTP/1.1 404 ").containsIgnoringCase("\r\nconnection: close\r\n");
        }
        try (RawClient client = new RawClient("127.0.0.1", kit.balancer.port(0))) {
            assertThat(client.send("GET /old HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").head())
                    .contains(" 301 ").containsIgnoringCase("\r\nconnection: keep-alive\r\n");
        }
    }

    @Test
    void aBodyThatCannotBeReadIsTheLoadBalancers400() throws Exception {
        try (RawServer target = target(); RawClient client = new RawClient("127.0.0.1", kit.balancer.port(0))) {
            String answer = client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
                    .readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 400 Bad Request\r\n").contains("Server: awselb/2.0",
                    "<h1>400 Bad Request</h1>");
            assertThat(Until.value(() -> kit.balancer.counters().elb().clientError(), 1)).isEqualTo(1);
            assertThat(target.connections()).isPositive();
        }
    }

    /** RFC 9112, 6.1: an encoding that is not understood is no framing; blanks beside it make it no other. */
    @ParameterizedTest
    @ValueSource(strings = {"chunked\u00ff", "chunked\u00fe", "\u00ffchunked"})
    void anEncodingThatIsNotChunkedReachesNoTarget(String encoding) throws Exception {
        try (RawServer target = target(); RawClient client = new RawClient("127.0.0.1", kit.balancer.port(0))) {
            String answer = client.send("POST / HTTP/1.1\r\nHost: a\r\nX: a  b\r\nTransfer-Encoding: " + encoding
                    + "\r\n\r\n0\r\n\r\n").readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 400 ");
            assertThat(target.connections()).isPositive();
            assertThat(head.get()).isNull();
        }
    }

    private String answer(String request) throws Exception {
        try (RawServer target = target(); RawClient client = new RawClient("127.0.0.1", kit.balancer.port(0))) {
            String answer = client.send(request).readToEnd();
            assertThat(answer).startsWith("HTTP/1.1 200 ");
            assertThat(target.connections()).isPositive();
            return answer;
        }
    }

    private RawServer target() throws Exception {
        RawServer target = RawServer.on(BalancerKit.ONE.address(), BalancerKit.ONE.port(), socket -> {
            String next = RawServer.readHead(socket);
            if (!next.contains("ELB-HealthChecker")) {
                head.set(next);
            }
            if (next.contains("Content-Length: 2")) {
                socket.getInputStream().readNBytes(2);
            }
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
            socket.close();
        });
        kit.group().register(BalancerKit.ONE);
        kit.group().whenHealthy("one").get(20, TimeUnit.SECONDS);
        return target;
    }
}
