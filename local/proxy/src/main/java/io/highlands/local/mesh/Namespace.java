// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Cloud Map namespace: which endpoints exist, and which hosts stand behind each discovery name just now. An endpoint
 * exists from the moment its service is created, with or without hosts.
 */
public final class Namespace {

    private final Map<String, ClientAlias> endpoints = new LinkedHashMap<>();
    private final Map<String, List<MeshHost>> hosts = new ConcurrentHashMap<>();

    Namespace() {
    }

    /**
     * Makes an endpoint known, or gives a known one new timeouts.
     *
     * @param endpoint the endpoint of a service that has just been created
     */
    public synchronized void declare(ClientAlias endpoint) {
        endpoints.put(endpoint.discoveryName(), endpoint);
    }

    /** {@return the endpoints that exist now, in the order in which they were declared} */
    public synchronized Set<ClientAlias> endpoints() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(endpoints.values()));
    }

    /**
     * Adds a host; a task that is there already is replaced.
     *
     * @param discoveryName the name under which it is found
     * @param host the host
     */
    public void register(String discoveryName, MeshHost host) {
        hosts.compute(discoveryName, (name, known) -> with(without(known, host.task().taskId()), host));
    }

    /**
     * Takes a host out: no new request is sent to it.
     *
     * @param discoveryName the name under which it was found
     * @param taskId the task; an unknown one is ignored
     */
    public void deregister(String discoveryName, String taskId) {
        hosts.computeIfPresent(discoveryName, (name, known) -> without(known, taskId));
    }

    /**
     * {@return the hosts behind a discovery name, in the order of registration; empty when there are none}
     *
     * @param discoveryName the name
     */
    public List<MeshHost> hosts(String discoveryName) {
        return hosts.getOrDefault(discoveryName, List.of());
    }

    void deregisterEverywhere(String taskId) {
        hosts.replaceAll((name, known) -> without(known, taskId));
    }

    private static List<MeshHost> with(List<MeshHost> known, MeshHost host) {
        List<MeshHost> more = new ArrayList<>(known);
        more.add(host);
        return List.copyOf(more);
    }

    private static List<MeshHost> without(List<MeshHost> known, String taskId) {
        return known == null
                ? List.of()
                : known.stream().filter(host -> !host.task().taskId().equals(taskId)).toList();
    }
}
