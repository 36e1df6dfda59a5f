// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.highlands.local.mesh.ClientAlias;
import io.highlands.local.mesh.TaskIdentity;
import io.highlands.local.template.PortMapping;

/**
 * Variables that say where a container's process listens and whom it calls, as they are on this machine. Where a task has addresses
 * of its own, that is the host of {@code BIND_ADDRESS} and of Spring Boot's addresses. Where there is 127.0.0.1 alone, it is the port too, in the variables that
 * Spring Boot reads as {@code server.port} and {@code management.server.port}, and in every {@code alias:port} of a value.
 *
 * @param identity the task
 * @param resolvable the endpoints that the task resolves, in the order of its egress listeners
 */
record ListenerVariables(TaskIdentity identity, List<ClientAlias> resolvable) {

    /** Host and port of the service's own server, as the starter reads it. */
    static final String BIND_ADDRESS = "BIND_ADDRESS";
    static final String SERVER_PORT = "SERVER_PORT";
    static final String MANAGEMENT_PORT = "MANAGEMENT_SERVER_PORT";

    private static final String SERVER_ADDRESS = "SERVER_ADDRESS";
    private static final String MANAGEMENT_ADDRESS = "MANAGEMENT_SERVER_ADDRESS";
    /** Addresses of Spring Boot's main and management ports, by its own variables. */
    static final List<String> SPRING_ADDRESSES = List.of(SERVER_ADDRESS, MANAGEMENT_ADDRESS);
    /** Where a process that is no Spring Boot application listens, as many programs read it. */
    private static final String PORT_VARIABLE = "PORT";
    private static final String HOST_VARIABLE = "HOST";
    private static final String PORT_PLACE = "{port}";
    private static final Pattern PORT = Pattern.compile("(?:.*:)?(\\d{1,5})");
    private static final int HTTP_PORT = 80;
    private static final int LAST_PORT = 65_535;
    /** A management server that no template gives a port has one of its own. */
    private static final int UNNAMED = 0;

    /** {@return the port that a variable's value ends with, 0 when it names none} */
    static int port(String value) {
        Matcher matcher = PORT.matcher(value == null ? "" : value);
        int port = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        return port > LAST_PORT ? 0 : port;
    }

    String taskId() {
        return identity.taskId();
    }

    /** Changes the variables of a container's process. */
    void adapt(Map<String, String> environment) {
        if (identity.endpoints().haveAddresses()) {
            environment.computeIfPresent(BIND_ADDRESS, (name, address) -> bound(address));
            SPRING_ADDRESSES.forEach(
                    variable -> environment.computeIfPresent(variable, (name, address) -> identity.appAddress()));
            return;
        }
        if (port(environment.get(BIND_ADDRESS)) > 0 && !environment.containsKey(SERVER_PORT)) {
            environment.putIfAbsent(MANAGEMENT_PORT, process(UNNAMED));
        }
        SPRING_ADDRESSES.forEach(variable -> environment.computeIfPresent(variable, (name, address) -> "127.0.0.1"));
        move(environment, BIND_ADDRESS, port -> "127.0.0.1:" + port);
        move(environment, MANAGEMENT_PORT, UnaryOperator.identity());
        if (move(environment, SERVER_PORT, UnaryOperator.identity())) {
            environment.put(SERVER_ADDRESS, "127.0.0.1");
        }
        environment.replaceAll((name, value) -> upstream(value));
    }

    private String bound(String address) {
        InetSocketAddress process = identity.process(port(address));
        return process.getHostString() + ":" + process.getPort();
    }

    /**
     * Changes adapted variables for a process that is no container's, and so resolves no alias.
     *
     * @param port where it listens on 127.0.0.1
     */
    void attach(Map<String, String> environment, int port) {
        environment.computeIfPresent(SERVER_ADDRESS, (name, address) -> "127.0.0.1");
        environment.put(SERVER_PORT, Integer.toString(port));
        if (identity.endpoints().haveAddresses() && environment.containsKey(BIND_ADDRESS)) {
            // The starter's management server would take its port of 127.0.0.1, which two such processes cannot share
            environment.putIfAbsent(MANAGEMENT_ADDRESS, identity.appAddress());
        }
        environment.replaceAll((name, value) -> located(value));
    }

    /**
     * Changes adapted variables for a process of this machine in a container's place: it resolves no alias, and may bind to any
     * address, so that it has a port of its own.
     */
    void adaptProcess(Map<String, String> environment) {
        int port = port(environment.get(PORT_VARIABLE));
        if (port > 0) {
            InetSocketAddress process = identity.process(port);
            environment.put(PORT_VARIABLE, Integer.toString(process.getPort()));
            environment.put(HOST_VARIABLE, process.getHostString());
        }
        environment.replaceAll((name, value) -> located(value));
    }

    /**
     * {@return the words of a command with the process's port for {@value #PORT_PLACE}, which is that of the container's first port
     * mapping}
     */
    List<String> placed(List<String> command, List<PortMapping> ports) {
        return ports.stream().findFirst().map(mapping -> process(mapping.containerPort()))
                .map(port -> command.stream().map(word -> word.replace(PORT_PLACE, port)).toList()).orElse(command);
    }

    private String located(String value) {
        String changed = value;
        for (int i = 0; i < resolvable.size(); i++) {
            InetSocketAddress egress = identity.egress(i + 1, resolvable.get(i).port());
            changed = place(resolvable.get(i).dnsName(), egress.getPort()).matcher(changed)
                    .replaceAll(egress.getHostString() + ":" + egress.getPort());
        }
        return changed;
    }

    private boolean move(Map<String, String> environment, String variable, UnaryOperator<String> value) {
        int port = port(environment.get(variable));
        boolean moves = port > 0 && !environment.get(variable).equals(process(UNNAMED));
        if (moves) {
            environment.put(variable, value.apply(process(port)));
        }
        return moves;
    }

    private String process(int port) {
        return Integer.toString(identity.process(port).getPort());
    }

    private String upstream(String value) {
        String changed = value;
        for (int i = 0; i < resolvable.size(); i++) {
            ClientAlias alias = resolvable.get(i);
            if (changed.contains(alias.dnsName())) {
                InetSocketAddress egress = identity.egress(i + 1, alias.port());
                changed = place(alias.dnsName(), alias.port()).matcher(changed)
                        .replaceAll(Matcher.quoteReplacement(alias.dnsName() + ":" + egress.getPort()));
            }
        }
        return changed;
    }

    /** The alias with its port; with none, HTTP's, only as the host of a URL. */
    private static Pattern place(String dnsName, int port) {
        String name = Pattern.quote(dnsName);
        String explicit = "(?<![\\w.-])" + name + ":" + port + "(?!\\d)";
        return Pattern.compile(port == HTTP_PORT
                ? explicit + "|(?<=http://)" + name + "(?![\\w.:-])"
                : explicit);
    }
}
