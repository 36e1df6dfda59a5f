// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.highlands.local.template.Dependency;

/** The containers of one task: who starts after whom, who stops before whom, and what they add up to. */
final class ContainerGroup {

    private static final int MAX_LINE = 300;

    private final List<Container> containers;
    private final InjectedProcesses injected;

    ContainerGroup(ContainerSite site, Runnable onChange) {
        this.injected = new InjectedProcesses(site.folder());
        this.containers = site.task().containers().stream().map(spec -> new Container(spec, site, onChange)).toList();
    }

    /** Starts each container whose dependencies are met; returns why the task cannot go on, or null. */
    String startReady() {
        for (Container container : containers) {
            if (container.failedToStart() && container.spec().essential()) {
                return container.reason();
            }
            if (container.startWanted()) {
                continue;
            }
            Dependency impossible = find(container, Verdict.IMPOSSIBLE);
            if (impossible != null) {
                return "Container '" + container.spec().name() + "' cannot start: '" + impossible.container()
                        + "' did not reach " + impossible.condition();
            }
            if (find(container, Verdict.WAIT) == null) {
                container.start();
            }
        }
        return null;
    }

    private enum Verdict {
        MET, WAIT, IMPOSSIBLE
    }

    private Dependency find(Container container, Verdict wanted) {
        return container.spec().dependsOn().stream().filter(dependency -> verdict(dependency) == wanted).findFirst()
                .orElse(null);
    }

    private Verdict verdict(Dependency dependency) {
        Container other = containers.stream().filter(c -> c.spec().name().equals(dependency.container())).findFirst()
                .orElseThrow();
        boolean ended = other.status() == ContainerStatus.STOPPED;
        return switch (dependency.condition()) {
            case START -> met(other.everStarted(), ended);
            case HEALTHY -> met(other.health() == HealthStatus.HEALTHY, ended);
            case COMPLETE -> met(ended && other.everStarted(), ended);
            case SUCCESS -> met(ended && Objects.equals(other.exitCode(), 0), ended);
        };
    }

    private static Verdict met(boolean met, boolean ended) {
        if (met) {
            return Verdict.MET;
        }
        return ended ? Verdict.IMPOSSIBLE : Verdict.WAIT;
    }

    /** Stops each container that no running one depends on; returns whether all have stopped. */
    boolean stopReady() {
        injected.end();
        for (Container container : containers) {
            if (!neededBy(container)) {
                container.stop();
            }
        }
        return containers.stream().allMatch(container -> container.status() == ContainerStatus.STOPPED);
    }

    private boolean neededBy(Container container) {
        return containers.stream().filter(other -> other.status() != ContainerStatus.STOPPED)
                .flatMap(other -> other.spec().dependsOn().stream())
                .anyMatch(dependency -> dependency.container().equals(container.spec().name()));
    }

    void kill() {
        injected.end();
        containers.forEach(Container::kill);
    }

    boolean isAnyStarting() {
        return containers.stream().anyMatch(Container::isStarting);
    }

    boolean allStarted() {
        return containers.stream().allMatch(Container::everStarted);
    }

    boolean essentialEnded() {
        return containers.stream()
                .anyMatch(container -> container.spec().essential() && container.status() == ContainerStatus.STOPPED);
    }

    Duration longestStop() {
        return containers.stream().map(container -> container.spec().stopTimeout()).max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Only essential containers with a health check count. */
    HealthStatus health() {
        List<HealthStatus> all = containers.stream()
                .filter(container -> container.spec().essential() && container.spec().healthCheck() != null)
                .map(Container::health).toList();
        if (all.contains(HealthStatus.UNHEALTHY)) {
            return HealthStatus.UNHEALTHY;
        }
        return all.isEmpty() || all.contains(HealthStatus.UNKNOWN) ? HealthStatus.UNKNOWN : HealthStatus.HEALTHY;
    }

    /** Whether no health check speaks against the task, and every process that has none listens or has listened. */
    boolean allHealthy() {
        boolean checked = containers.stream()
                .anyMatch(container -> container.spec().essential() && container.spec().healthCheck() != null);
        return containers.stream().allMatch(container -> container.neverListened().isEmpty())
                && (!checked || health() == HealthStatus.HEALTHY);
    }

    /** How the task ended, for one line: the container, its exit code, and the last line that it wrote. */
    String lastWords(String stoppedReason) {
        Container culprit = containers.stream().filter(container -> container.spec().essential()
                && container.exitCode() != null && container.status() == ContainerStatus.STOPPED).findFirst()
                .orElse(containers.getFirst());
        String how = how(culprit, stoppedReason);
        if (culprit.exitCode() == null && !culprit.healthFailure().isEmpty()) {
            return how + ": " + culprit.healthFailure();
        }
        if (culprit.exitCode() == null && culprit.neverListened().isPresent()) {
            return how + ": " + culprit.neverListened().get();
        }
        List<String> lines = culprit.lastLines().stream().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? how : how + "; its last line: " + shortened(lines.getLast());
    }

    private static String how(Container culprit, String stoppedReason) {
        String name = "container '" + culprit.spec().name() + "'";
        if (culprit.exitCode() != null) {
            return name + " exited with code " + culprit.exitCode();
        }
        return stoppedReason == null ? name + " is not healthy yet" : stoppedReason;
    }

    private static String shortened(String line) {
        return line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE) + " ...";
    }

    /** The processes that are no container's. */
    InjectedProcesses injected() {
        return injected;
    }

    /** Changes how the tracing sidecar fares; returns whether there is one. */
    boolean agent(AgentState state) {
        List<Container> agents = containers.stream().filter(Container::isAgent).toList();
        agents.forEach(agent -> agent.agent(state));
        return !agents.isEmpty();
    }

    List<ContainerSnapshot> snapshot() {
        return Stream.concat(containers.stream().map(Container::snapshot), injected.snapshot().stream()).toList();
    }
}
