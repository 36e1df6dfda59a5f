// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.highlands.local.mesh.ClientAlias;
import io.highlands.local.mesh.Loopback;
import io.highlands.local.mesh.TaskIdentity;
import io.highlands.local.mesh.Timeouts;
import io.highlands.local.template.PortMapping;
import io.highlands.local.template.TaskDefinitionSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a process is told about its listeners and its upstreams. Spring Boot reads SERVER_PORT, SERVER_ADDRESS and
 * MANAGEMENT_SERVER_PORT as server.port, server.address and management.server.port ("Binding From Environment Variables").
 */
class ListenerVariablesTest {

    private static final int SLOT = 190;

    private final TaskIdentity byPorts = task(Loopback.PORTS);

    @Test
    void aTaskWithAddressesGetsItsOwnAsHostAndKeepsAllPorts() {
        Map<String, String> variables = Map.of("BIND_ADDRESS", "0.0.0.0:3000", "SERVER_PORT", "3000", "A_URL",
                "http://service-a:8080");

        assertThat(adapted(task(Loopback.ADDRESSES), variables)).containsExactlyInAnyOrderEntriesOf(Map.of(
                "BIND_ADDRESS", "127.77.190.2:3000", "SERVER_PORT", "3000", "A_URL", "http://service-a:8080"));
    }

    @Test
    void aTaskWithPortsListensAtItsOwnAndSoDoesItsManagementServer() {
        Map<String, String> adapted = adapted(byPorts, Map.of("BIND_ADDRESS", "0.0.0.0:3000"));

        assertThat(adapted).containsEntry("BIND_ADDRESS", "127.0.0.1:" + byPorts.process(3000).getPort());
        assertThat(adapted.get("MANAGEMENT_SERVER_PORT")).matches("2\\d{4}")
                .isNotEqualTo(Integer.toString(byPorts.process(3000).getPort()));
    }

    @Test
    void theVariablesOfSpringBootAreMovedToo() {
        assertThat(adapted(byPorts, Map.of("SERVER_PORT", "8081", "MANAGEMENT_SERVER_PORT", "8082")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("SERVER_PORT",
                        Integer.toString(byPorts.process(8081).getPort()), "SERVER_ADDRESS", "127.0.0.1",
                        "MANAGEMENT_SERVER_PORT", Integer.toString(byPorts.process(8082).getPort())));
    }

    /** Nothing listens beside loopback; Actuator stays on the main port where no template gives it one. */
    @Test
    void whatSpringBootBindsToIsLoopbackAlone() {
        assertThat(adapted(byPorts, Map.of("SERVER_PORT", "8081", "SERVER_ADDRESS", "0.0.0.0",
                "MANAGEMENT_SERVER_ADDRESS", "0.0.0.0"))).containsExactlyInAnyOrderEntriesOf(Map.of("SERVER_PORT",
                        Integer.toString(byPorts.process(8081).getPort()), "SERVER_ADDRESS", "127.0.0.1",
                        "MANAGEMENT_SERVER_ADDRESS", "127.0.0.1"));
    }

    @Test
    void aContainerThatListensNowhereGetsNoPort() {
        assertThat(adapted(byPorts, Map.of("NAME", "worker"))).containsExactly(Map.entry("NAME", "worker"));
    }

    /** {@code P} is the port of the task's egress; service-c is an endpoint that the task does not resolve. */
    @ParameterizedTest
    @CsvSource({"http://service-a:8080, http://service-a:P",
            "http://service-a:8080/route?p=X, http://service-a:P/route?p=X",
            "service-a:8080, service-a:P",
            "'http://service-a:8080,http://service-a:8080', 'http://service-a:P,http://service-a:P'",
            "http://service-a:80801, http://service-a:80801", "http://my-service-a:8080, http://my-service-a:8080",
            "http://x.service-a:8080, http://x.service-a:8080", "http://service-a:9999, http://service-a:9999",
            "http://service-c:8081, http://service-c:8081", "service-a, service-a"})
    void anUpstreamHasThePortOfTheTasksEgress(String declared, String expected) {
        String port = Integer.toString(byPorts.egress(1, 8080).getPort());

        assertThat(adapted(byPorts, Map.of("SERVICE_A_URL", declared)))
                .containsEntry("SERVICE_A_URL", expected.replace("P", port));
    }

    /** RFC 9110, 4.2.1: port 80 is the default of http. */
    @ParameterizedTest
    @CsvSource({"http://web, http://web:P", "http://web/x, http://web:P/x", "http://web:80, http://web:P",
            "http://webby, http://webby", "http://web.org, http://web.org", "https://web, https://web",
            "http://web:81, http://web:81"})
    void theDefaultPortIsGivenOne(String declared, String expected) {
        List<ClientAlias> aliases = List.of(new ClientAlias("web", 80, "web", Timeouts.AWS_DEFAULT));
        Map<String, String> variables = new HashMap<>(Map.of("URL", declared));

        new ListenerVariables(byPorts, aliases).adapt(variables);

        assertThat(variables).containsEntry("URL",
                expected.replace("P", Integer.toString(byPorts.egress(1, 80).getPort())));
    }

    /** {@code E} is the task's egress: such a process has neither the task's hosts file nor its Java options. */
    @ParameterizedTest
    @CsvSource({"ADDRESSES, http://service-a:8080/x, http://E/x", "PORTS, http://service-a:8080/x, http://E/x",
            "ADDRESSES, 'service-a:8080,service-a:8080', 'E,E'", "PORTS, 'service-a:8080,service-a:8080', 'E,E'",
            "ADDRESSES, http://my-service-a:8080, http://my-service-a:8080", "PORTS, service-a, service-a"})
    void anAttachedProcessGetsItsUpstreamsAddressesAsNumbers(Loopback loopback, String declared, String expected) {
        TaskIdentity task = task(loopback);
        InetSocketAddress egress = task.egress(1, 8080);

        assertThat(attached(task, Map.of("A_URL", declared))).containsEntry("A_URL",
                expected.replace("E", egress.getHostString() + ":" + egress.getPort()));
    }

    @ParameterizedTest
    @EnumSource(Loopback.class)
    void anAttachedProcessListensWhereItWasSaid(Loopback loopback) {
        TaskIdentity own = task(loopback);
        TaskIdentity task = new TaskIdentity(SLOT, "abc", "app", "test", Set.of(),
                new AttachedEndpoints(own.endpoints(), new AttachedProcess("app", 3000, 8099)));

        Map<String, String> attached = attached(task, Map.of("BIND_ADDRESS", "0.0.0.0:3000"));

        assertThat(attached).containsEntry("BIND_ADDRESS", "127.0.0.1:8099").containsEntry("SERVER_PORT", "8099");
        assertThat(attached(task, Map.of("SERVER_PORT", "3000", "SERVER_ADDRESS", "0.0.0.0")))
                .containsEntry("SERVER_PORT", "8099").containsEntry("SERVER_ADDRESS", "127.0.0.1");
    }

    /** A process that binds to 0.0.0.0 takes its port on all addresses (Linux, ip(7): INADDR_ANY), so it has one of its own. */
    @ParameterizedTest
    @EnumSource(Loopback.class)
    void aProcessInAContainersPlaceHasAPortOfItsOwn(Loopback loopback) {
        TaskIdentity task = foreign(loopback, SLOT);
        String port = Integer.toString(task.process(3000).getPort());

        Map<String, String> variables = adapted(task, Map.of("BIND_ADDRESS", "0.0.0.0:3000", "PORT", "3000", "HOST",
                "0.0.0.0", "A_URL", "http://service-a:8080/x"));
        listeners(task).adaptProcess(variables);

        InetSocketAddress egress = task.egress(1, 8080);
        assertThat(variables).containsEntry("PORT", port).containsEntry("HOST", "127.0.0.1")
                .containsEntry("BIND_ADDRESS", "127.0.0.1:" + port)
                .containsEntry("A_URL", "http://" + egress.getHostString() + ":" + egress.getPort() + "/x");
        assertThat(task.process(3000)).isNotEqualTo(foreign(loopback, SLOT + 1).process(3000));
        assertThat(listeners(task).placed(List.of("a", "--listen=:{port}", "$PORT"),
                List.of(new PortMapping("web", 3000, "tcp", "http"))))
                .containsExactly("a", "--listen=:" + port, "$PORT");
    }

    private static TaskIdentity foreign(Loopback loopback, int slot) {
        TaskDefinitionSpec task = new TestService("app").image(null).mesh(8080).spec().taskDefinition();
        return new TaskIdentity(slot, "abc", "app", "test", Set.of(),
                ProcessEndpoints.of(loopback.endpoints(slot), slot, task));
    }

    private static ListenerVariables listeners(TaskIdentity task) {
        return new ListenerVariables(task,
                List.of(new ClientAlias("service-a", 8080, "service-a", Timeouts.AWS_DEFAULT)));
    }

    private static Map<String, String> attached(TaskIdentity task, Map<String, String> variables) {
        Map<String, String> attached = adapted(task, variables);
        new ListenerVariables(task, List.of(new ClientAlias("service-a", 8080, "service-a", Timeouts.AWS_DEFAULT)))
                .attach(attached, 8099);
        return attached;
    }

    private static Map<String, String> adapted(TaskIdentity task, Map<String, String> variables) {
        Map<String, String> adapted = new HashMap<>(variables);
        new ListenerVariables(task, List.of(new ClientAlias("service-a", 8080, "service-a", Timeouts.AWS_DEFAULT)))
                .adapt(adapted);
        return adapted;
    }

    private static TaskIdentity task(Loopback loopback) {
        return new TaskIdentity(SLOT, "abc", "app", "test", Set.of(), loopback.endpoints(SLOT));
    }
}
