// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.highlands.local.ecs.ContainerSnapshot;

/** How much CPU and memory containers use, from one reading to the next. */
final class TaskUsage {

    private static final double UNITS_PER_CPU = 1024;
    private static final double BYTES_PER_MEGABYTE = 1024 * 1024;

    /**
     * What one container used.
     *
     * @param cpuUnits mean CPU since the last reading, in CPU units
     * @param megabytes memory now, in MiB; empty where it cannot be known
     */
    record Used(double cpuUnits, Optional<Double> megabytes) {

        Used plus(Used other) {
            return new Used(cpuUnits + other.cpuUnits,
                    other.megabytes.map(more -> more + megabytes.orElse(0.0)).or(() -> megabytes));
        }
    }

    private final Map<Long, Duration> before = new HashMap<>();
    private final Map<Long, Used> used = new HashMap<>();
    private Instant readAt;

    /** Reads all processes. */
    void read(Set<Long> pids, Instant now, Duration period) {
        Duration passed = readAt == null ? period : Duration.between(readAt, now);
        readAt = now;
        used.clear();
        before.keySet().retainAll(new HashSet<>(pids));
        for (long pid : pids) {
            ProcessUsage.of(pid).ifPresent(usage -> {
                Duration earlier = before.put(pid, usage.cpu());
                Duration spent = usage.cpu().minus(earlier == null ? Duration.ZERO : earlier);
                used.put(pid, new Used(Math.max(0, spent.toNanos() * UNITS_PER_CPU / Math.max(1, passed.toNanos())),
                        usage.memoryBytes().map(bytes -> bytes / BYTES_PER_MEGABYTE)));
            });
        }
    }

    /** {@return what a container used; empty when it has no process} */
    Optional<Used> of(ContainerSnapshot container) {
        return Optional.ofNullable(used.get(container.pid()));
    }
}
