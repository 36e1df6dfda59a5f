// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.forward.RawClient;
import io.highlands.local.forward.TestApp;
import io.highlands.local.forward.Until;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * HTTPCode_ELB_4XX_Count: "Client errors are generated when requests are malformed or incomplete. These requests were not received
 * by the target, other than in the case where the load balancer returns an HTTP 460 error code."
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html; 460 and 400:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
 */
class ClientErrorCountTest {

    private final BalancerKit kit = new BalancerKit();

    @AfterEach
    void close() {
        kit.close();
    }

    private long clientErrors() {
        return kit.balancer.counters().elb().clientError();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\nHost: a\r\nbroken\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\n\r\n", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", "\u0016\u0003\u0001\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"})
    void aRequestThatIsMalformedCountsOnce(String request) throws Exception {
        try (RawClient client = new RawClient("127.0.0.1", kit.balancer.port(0))) {
            assertThat(client.send(request).readToEnd()).startsWith("HTTP/1.1 400 ");
        }

        assertThat(Until.value(this::clientErrors, 1)).isOne();
        assertThat(kit.balancer.counters().requests()).isZero();
    }

    @Test
    void requestsBeforeOneThatIsMalformedDoNotCount() throws Exception {
        try (RawClient client = new RawClient("127.0.0.1", kit.balancer.port(0))) {
            assertThat(client.send("GET /x HTTP/1.1\r\nHost: a\r\n\r\nGET /y HTTP/1.1\r\nHost: a\r\n\r\nGET  /\r\n\r\n")
                    .readToEnd()).contains("404 Not Found").endsWith("Connection: close\r\n\r\n");
        }

        assertThat(Until.value(this::clientErrors, 1)).isOne();
        assertThat(Until.value(() -> kit.balancer.counters().fixedResponses(), 2)).isEqualTo(2);
    }

    @Test
    void aRequestWhoseClientLeavesCountsAs460() throws Exception {
        try (TestApp app = kit.healthy(BalancerKit.ONE, exchange -> {
            Until.is(() -> clientErrors() == 1);
            TestApp.send(exchange, 200, "late");
        })) {
            try (RawClient client = new RawClient("127.0.0.1", kit.balancer.port(0))) {
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                assertThat(Until.is(() -> kit.balancer.counters().requests() == 1)).isTrue();
            }
            assertThat(Until.is(() -> clientErrors() == 1)).isTrue();
            assertThat(app.requests()).isNotEmpty();
        }
    }
}
