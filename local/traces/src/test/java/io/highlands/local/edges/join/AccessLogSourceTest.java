// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges.join;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an access log's entry says.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-envoy-access-logs.html">Service
 *      Connect's access logs: the keys of the JSON format</a>
 */
class AccessLogSourceTest {

    private static final AccessLogSource A = new AccessLogSource("service-a", "/a", Set.of("service-a"));

    private static final AccessLogSource B = new AccessLogSource("service-b", "/b", Set.of("service-b"));

    private static final List<AccessLogSource> ALL = List.of(A, B);

    private static final Map<String, String> LINE = Map.of("start_time", "2026-01-05T12:00:00.005Z", "duration_ms",
            "7", "response_code", "200", "authority", "service-a:8080");

    private static Map<String, String> line(String name, String value) {
        Map<String, String> fields = new HashMap<>(LINE);
        fields.put(name, value);
        return fields;
    }

    @Test
    void aLineOfAnAccessLogIsOfARequestThatWasSentOrReceivedByTheHostThatWasAsked() {
        assertThat(B.read(LINE, ALL)).get().satisfies(entry -> {
            assertThat(entry.outgoing()).isTrue();
            assertThat(entry.durationNanos()).isEqualTo(7_000_000);
        });
        assertThat(A.read(LINE, ALL)).get().matches(entry -> !entry.outgoing());
        assertThat(A.read(Map.of("message", "no access log"), ALL)).isEmpty();
    }

    @Test
    void whatCameThroughTheLoadBalancerWasReceivedWhateverAuthorityItClaims() {
        assertThat(B.read(line("forwarded_for", "203.0.113.9"), ALL)).get().matches(entry -> !entry.outgoing());
        assertThat(B.read(line("forwarded_for", "null"), ALL)).get().matches(AccessLogEntry::outgoing);
    }

    @Test
    void withoutAnUpstreamTimeTheProxyMadeTheResponse() {
        assertThat(B.read(line("upstream_service_time", "null"), ALL)).get().matches(entry -> !entry.answered());
        assertThat(B.read(line("upstream_service_time", "6"), ALL)).get().matches(AccessLogEntry::answered);
    }

    @Test
    void whatCannotBeReadIsNoEntry() {
        assertThat(B.read(line("start_time", "yesterday"), ALL)).isEmpty();
        assertThat(B.read(line("duration_ms", "long"), ALL)).isEmpty();
    }
}
