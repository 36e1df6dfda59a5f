// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.highlands.local.forward.ForwardException;
import io.highlands.local.forward.Origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Ports of tasks where the machine has 127.0.0.1 alone. */
class PortEndpointsTest {

    private static final int SLOT = 254;

    private static final InetSocketAddress SOURCE = new InetSocketAddress("127.0.0.1", 40_000);

    @Test
    void eachListenerHasAPortOfItsOwnAndKeepsIt() {
        TaskEndpoints task = Loopback.PORTS.endpoints(SLOT);

        Set<InetSocketAddress> all = new HashSet<>(Set.of(task.ingress(3000), task.process(3000), task.process(3001),
                task.egress(1, 8080), task.egress(2, 8080)));

        assertThat(all).hasSize(5).allMatch(listener -> listener.getHostString().equals("127.0.0.1"));
        assertThat(task.process(3000)).isEqualTo(task.process(3000)).isIn(all);
    }

    /** Linux gives 32768 to 60999 to whoever asks for any port (ip(7)), macOS 49152 to 65535 (RFC 6335, 6). */
    @Test
    void thePortsOfAllTasksAreBelowThoseThatTheSystemGivesOut() {
        assertThat(PortEndpoints.first(TaskIdentity.MAX_SLOT) + PortEndpoints.BLOCK).isLessThanOrEqualTo(32_768);
        assertThat(Loopback.PORTS.reservation(2).getPort() - Loopback.PORTS.reservation(1).getPort())
                .isEqualTo(PortEndpoints.BLOCK);
    }

    @Test
    void aPortThatIsTakenIsPassedOver() throws Exception {
        int first = PortEndpoints.first(SLOT - 1) + 1;
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress("127.0.0.1", first));

            assertThat(Loopback.PORTS.endpoints(SLOT - 1).ingress(3000).getPort()).isGreaterThan(first);
        }
    }

    @Test
    void aTaskWithMoreListenersThanPortsIsRefusedInOneLine() {
        TaskEndpoints task = Loopback.PORTS.endpoints(SLOT - 2);
        assertThatThrownBy(() -> {
            for (int order = 1; order <= PortEndpoints.BLOCK; order++) {
                task.egress(order, 8080);
            }
        }).isInstanceOf(ForwardException.class).hasMessageMatching(
                "no port is left for egress \\d+ to port 8080: ports 32097 to 32143 of 127.0.0.1 are the task's, and all are taken");
    }

    @Test
    void aSourcePortIsItsTasksUntilTheConnectionHasEnded() {
        CallerPorts ports = new CallerPorts();
        TaskIdentity task = MeshKit.task(Loopback.PORTS, "service-b", "sg");
        Origin.SourcePort connection = ports.origin(task).next();

        connection.bound(40_000);
        assertThat(ports.at(SOURCE)).isEqualTo(task);
        assertThat(ports.at(new InetSocketAddress("127.0.0.2", 40_000))).as("the same port of another address")
                .isNull();
        connection.closed();
        assertThat(ports.at(SOURCE)).isNull();
    }

    @Test
    void theEndOfAConnectionTakesNothingFromTheNextOneOfTheSamePort() {
        CallerPorts ports = new CallerPorts();
        TaskIdentity next = MeshKit.task(Loopback.PORTS, "service-c", "sg");
        Origin.SourcePort old = ports.origin(MeshKit.task(Loopback.PORTS, "service-b", "sg")).next();
        old.bound(40_000);

        ports.origin(next).next().bound(40_000);
        old.closed();

        assertThat(ports.at(SOURCE)).isEqualTo(next);
    }

    @Test
    void connectionsOfTwoTasksAreNotShared() {
        CallerPorts ports = new CallerPorts();
        TaskIdentity one = MeshKit.task(Loopback.PORTS, "service-b", "sg");

        assertThat(ports.origin(one)).isEqualTo(ports.origin(one))
                .isNotEqualTo(ports.origin(MeshKit.task(Loopback.PORTS, "service-b", "sg")));
    }
}
