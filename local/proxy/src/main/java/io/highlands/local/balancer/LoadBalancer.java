// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.highlands.local.forward.EngineOptions;
import io.highlands.local.forward.ForwardEngine;
import io.highlands.local.forward.ForwardException;
import io.highlands.local.forward.Listening;

/** An application load balancer: its listeners and its target groups. It listens from its construction on. */
public final class LoadBalancer implements AutoCloseable {

    private static final int IO_THREADS = 2;
    /** AWS's quotas of HTTP headers: the entire request header 64 K, the entire response header 32 K. */
    private static final int MAX_HEADER = 64 * 1024;
    private static final int MAX_ANSWER_HEADER = 32 * 1024;
    private static final Duration UPSTREAM_IDLE = Duration.ofSeconds(10);

    private final BalancerOptions options;
    private final ForwardEngine engine;
    private final HealthChecker checker;
    private final BalancerMeter meter = new BalancerMeter();
    private final List<ListenerHandler> handlers = new ArrayList<>();
    private final List<Listening> listening = new ArrayList<>();
    private final Map<String, TargetGroup> known = new ConcurrentHashMap<>();
    private volatile Map<String, TargetGroup> groups = Map.of();

    /**
     * @param options how the load balancer behaves
     * @param targetGroups its target groups
     * @param listeners its listeners
     * @throws io.highlands.local.error.PortTakenException if a port is taken
     * @throws BalancerException if a port cannot be listened on, or a rule names an unknown target group
     */
    public LoadBalancer(BalancerOptions options, List<TargetGroupOptions> targetGroups, List<Listener> listeners) {
        this.options = options;
        this.checker = new HealthChecker(options.source(), options.initialProbe());
        this.engine = new ForwardEngine(
                new EngineOptions("balancer", IO_THREADS, MAX_HEADER, MAX_ANSWER_HEADER, options.idleTimeout(),
                        UPSTREAM_IDLE));
        try {
            requireGroups(targetGroups, listeners);
            configureGroups(targetGroups);
            listeners.forEach(this::listen);
        } catch (RuntimeException e) {
            close();
            throw e instanceof ForwardException ? new BalancerException(e.getMessage(), e) : e;
        }
    }

    /**
     * {@return the targets behind an id, with their health}
     *
     * @param id its id
     * @throws BalancerException if there is none
     */
    public TargetGroup targetGroup(String id) {
        require(id, groups.keySet());
        return groups.get(id);
    }

    private static void require(String id, Set<String> known) {
        if (!known.contains(id)) {
            throw new BalancerException("no target group '" + id + "'; there are: "
                    + String.join(", ", new TreeSet<>(known)), null);
        }
    }

    /**
     * {@return the port that a listener has}
     *
     * @param index the listener's place in the list
     */
    public int port(int index) {
        return listening.get(index).port();
    }

    /** {@return how many listeners it has} */
    public int listeners() {
        return handlers.size();
    }

    /**
     * Replaces rules and health check settings; targets stay where they are.
     *
     * @param targetGroups the target groups
     * @param listeners the listeners, as many as there are, in the same order and on the same ports
     * @throws BalancerException if a rule names an unknown target group; then nothing is changed
     */
    public synchronized void reconfigure(List<TargetGroupOptions> targetGroups, List<Listener> listeners) {
        if (listeners.size() != handlers.size()) {
            throw new BalancerException(
                    "a running load balancer keeps its " + handlers.size() + " listeners, and was given "
                            + listeners.size(),
                    null);
        }
        requireGroups(targetGroups, listeners);
        configureGroups(targetGroups);
        for (int i = 0; i < listeners.size(); i++) {
            handlers.get(i).rules(listeners.get(i));
        }
    }

    /** {@return what has been counted so far} */
    public BalancerSnapshot counters() {
        Collection<TargetGroup> all = groups.values();
        return meter.snapshot(all);
    }

    /** Stops listening, checking and forwarding at once. */
    @Override
    public void close() {
        listening.forEach(Listening::close);
        checker.close();
        engine.close();
    }

    private void configureGroups(List<TargetGroupOptions> targetGroups) {
        Map<String, TargetGroup> next = new LinkedHashMap<>();
        for (TargetGroupOptions group : targetGroups) {
            TargetGroup kept = known.computeIfAbsent(group.id(), id -> new TargetGroup(group, checker));
            kept.options(group);
            next.put(group.id(), kept);
        }
        groups = next;
    }

    private void listen(Listener listener) {
        ListenerHandler handler = new ListenerHandler(engine, options, meter, known);
        handler.rules(listener);
        listening.add(engine.listen(new InetSocketAddress(options.host(), listener.port()), meter, handler));
        handlers.add(handler);
    }

    /** Fails before anything is changed. */
    private static void requireGroups(List<TargetGroupOptions> targetGroups, List<Listener> listeners) {
        targetGroups.forEach(group -> new StatusMatcher(group.matcher()));
        Set<String> ids = targetGroups.stream().map(TargetGroupOptions::id).collect(Collectors.toSet());
        listeners.stream()
                .flatMap(listener -> Stream.concat(listener.rules().stream().map(Rule::action),
                        Stream.of(listener.defaultAction())))
                .forEach(action -> {
                    if (action instanceof Action.Forward forward) {
                        require(forward.targetGroup(), ids);
                    }
                });
    }
}
