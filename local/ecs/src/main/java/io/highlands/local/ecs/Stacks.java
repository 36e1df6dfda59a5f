// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import io.highlands.local.mesh.ClientAlias;
import io.highlands.local.template.Platform;
import io.highlands.local.template.RefreshSpec;
import io.highlands.local.template.ServiceSpec;

/**
 * Does what CloudFormation does with the stacks: creates services in their order, updates them one after another, each when
 * the one before is stable, and runs the declared refreshes last. Its methods wait, and so have a thread of their own.
 */
final class Stacks {

    /** CloudFormation's own limit for a service to become stable; a user waits as long as they like. */
    private static final Duration LONGEST = Duration.ofHours(3);

    private final Loop loop;
    private final Cluster cluster;
    private final Network network;
    private final EndpointState state;
    /** When what is being done now has taken too long; used by one thread. */
    private long deadline;
    private Duration limit = LONGEST;

    Stacks(Loop loop, Cluster cluster, Network network, EndpointState state) {
        this.loop = loop;
        this.cluster = cluster;
        this.network = network;
        this.state = state;
    }

    /**
     * Creates all services. Each sees the endpoints of those before it, and those that exist from an earlier run; the first
     * tasks start side by side.
     */
    void create(Platform platform) {
        limit = LONGEST;
        deadline = System.nanoTime() + LONGEST.toNanos();
        List<CompletableFuture<Void>> deployments = loop.call(() -> {
            platform.services().stream().filter(this::existedBefore).forEach(network::declare);
            List<CompletableFuture<Void>> begun = new ArrayList<>();
            platform.services().forEach(service -> begun.add(cluster.create(service)));
            return begun;
        });
        rememberEndpoints();
        await(firstFailureOrAll(deployments));
        refresh(platform);
    }

    private boolean existedBefore(ServiceSpec service) {
        return Wiring.endpoints(service).stream().map(ClientAlias::discoveryName).allMatch(state::exists);
    }

    /**
     * Updates the services, creates new ones, and removes those that are no longer declared. When that fails, what was
     * changed goes back to what ran before.
     *
     * @throws EcsException why it failed, once the roll-back is over
     */
    void update(Platform before, Platform next, RollOrder order, Duration longest) {
        limit = longest;
        deadline = System.nanoTime() + longest.toNanos();
        Map<String, Cluster.UpdatedService> running = loop.call(cluster::beforeUpdate);
        try {
            network.change(next);
            deploy(before, next, order);
        } catch (RuntimeException failure) {
            deadline = System.nanoTime() + longest.toNanos();
            rollBack(before, next, running, failure);
            throw failure;
        } finally {
            loop.post(() -> cluster.forget(running));
        }
    }

    private void deploy(Platform before, Platform next, RollOrder order) {
        Set<String> known = names(before);
        if (order == RollOrder.SIDE_BY_SIDE && known.equals(names(next))) {
            await(firstFailureOrAll(loop.call(() -> next.services().stream().map(cluster::update).toList())));
            return;
        }
        for (ServiceSpec service : next.services()) {
            await(loop.call(
                    () -> known.contains(service.name()) ? cluster.update(service) : cluster.create(service)));
        }
        Set<String> wanted = names(next);
        for (String name : known) {
            if (!wanted.contains(name)) {
                await(loop.call(() -> cluster.remove(name)));
            }
        }
        rememberEndpoints();
        refresh(next);
    }

    private void rollBack(Platform before, Platform failed, Map<String, Cluster.UpdatedService> running,
            RuntimeException failure) {
        try {
            network.change(before);
            restore(before, failed, running);
        } catch (RuntimeException e) {
            throw new EcsException(failure.getMessage() + "; and the roll-back failed: " + e.getMessage(), e);
        }
    }

    /** Takes the services back to what they ran, side by side, and removes those that the update created. */
    private void restore(Platform before, Platform failed, Map<String, Cluster.UpdatedService> running) {
        Set<String> former = names(before);
        for (String name : names(failed)) {
            if (!former.contains(name) && loop.call(() -> cluster.has(name))) {
                await(loop.call(() -> cluster.remove(name)));
            }
        }
        await(firstFailureOrAll(
                loop.call(() -> before.services().stream().filter(one -> running.containsKey(one.name()))
                        .map(one -> cluster.restore(one, running.get(one.name()))).toList())));
        rememberEndpoints();
    }

    private void refresh(Platform platform) {
        for (RefreshSpec refresh : platform.refreshes()) {
            if (!state.isRefreshed(refresh)) {
                await(loop.call(() -> cluster.redeploy(refresh.service())));
                state.refreshed(refresh);
            }
        }
    }

    private void rememberEndpoints() {
        state.endpoints(network.endpoints().stream().map(ClientAlias::discoveryName)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static Set<String> names(Platform platform) {
        return platform.services().stream().map(ServiceSpec::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static CompletableFuture<Void> firstFailureOrAll(List<CompletableFuture<Void>> futures) {
        CompletableFuture<Void> all = CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
        futures.forEach(future -> future.whenComplete((done, failure) -> {
            if (failure != null) {
                all.completeExceptionally(failure);
            }
        }));
        return all;
    }

    private void await(CompletableFuture<Void> future) {
        Waiting.on(future, Duration.ofNanos(Math.max(0, deadline - System.nanoTime())),
                () -> loop.call(() -> cluster.services().stream().filter(service -> !service.isSteady()).findFirst()
                        .map(service -> service.notSteady(limit))
                        .orElse("not stable after " + limit.toSeconds() + " s")));
    }
}
