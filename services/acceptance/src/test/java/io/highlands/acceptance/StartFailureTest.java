// SPDX-License-Identifier: Apache-2.0
package io.highlands.acceptance;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a service that cannot start says: one line, and nothing of its insides.
 */
class StartFailureTest {

    @Test
    void anAddressThatIsNoAddress() throws Exception {
        assertThat(complaint("service-c", Map.of("BIND_ADDRESS", "everywhere"))).isEqualTo("not started: BIND_ADDRESS "
                + "is 'everywhere'; allowed: host:port with a port from 0 to 65535, such as 0.0.0.0:3000");
    }

    @Test
    void aDrainThatIsNoDuration() throws Exception {
        assertThat(complaint("service-c", Map.of("HIGHLANDS_DRAIN", "soon")))
                .isEqualTo("not started: HIGHLANDS_DRAIN is 'soon'; allowed: a duration such as 25s or 500ms");
    }

    @Test
    void aDrainThatIsTooLong() throws Exception {
        assertThat(complaint("service-c", Map.of("HIGHLANDS_DRAIN", "10m")))
                .isEqualTo("not started: HIGHLANDS_DRAIN is '600s'; allowed: 0s to 100s");
    }

    @Test
    void anUpstreamThatIsNoAddress() throws Exception {
        assertThat(complaint("service-a", Map.of("SERVICE_B_URL", "service-b:8082")))
                .isEqualTo("not started: SERVICE_B_URL is 'service-b:8082'; "
                        + "allowed: an http or https address, such as http://service-b:8080");
    }

    @Test
    void aPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(complaint("service-c", Map.of("BIND_ADDRESS", "127.0.0.1:" + taken.getLocalPort())))
                    .startsWith("not started: ").contains(String.valueOf(taken.getLocalPort()));
        }
    }

    private static String complaint(String service, Map<String, String> variables) throws Exception {
        try (Task task = Task.start(service, variables)) {
            assertThat(task.awaitEnd()).isEqualTo(1);
            assertThat(task.errors()).isEmpty();
            List<JsonNode> lines = task.log().stream()
                    .filter(line -> !line.get("level").asString().equals("INFO")).toList();
            assertThat(lines).singleElement().satisfies(line -> assertThat(line.has("stack_trace")).isFalse());
            return lines.getFirst().get("message").asString();
        }
    }
}
