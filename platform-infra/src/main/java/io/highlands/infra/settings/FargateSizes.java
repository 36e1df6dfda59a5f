// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The task sizes that Fargate has (Amazon ECS developer guide, "Task CPU and memory"). */
final class FargateSizes {

    private static final SequencedMap<Integer, List<Integer>> MEMORY_BY_CPU = new TreeMap<>();

    static {
        MEMORY_BY_CPU.put(256, List.of(512, 1024, 2048));
        MEMORY_BY_CPU.put(512, gibibytes(1, 4, 1));
        MEMORY_BY_CPU.put(1024, gibibytes(2, 8, 1));
        MEMORY_BY_CPU.put(2048, gibibytes(4, 16, 1));
        MEMORY_BY_CPU.put(4096, gibibytes(8, 30, 1));
        MEMORY_BY_CPU.put(8192, gibibytes(16, 60, 4));
        MEMORY_BY_CPU.put(16384, gibibytes(32, 120, 8));
    }

    private FargateSizes() {
    }

    static List<Integer> cpus() {
        return List.copyOf(MEMORY_BY_CPU.keySet());
    }

    /** MiB of memory that go with that CPU, which must be one of {@link #cpus()}. */
    static List<Integer> memories(int cpu) {
        return MEMORY_BY_CPU.get(cpu);
    }

    private static List<Integer> gibibytes(int from, int to, int step) {
        return IntStream.iterate(from, gib -> gib <= to, gib -> gib + step).mapToObj(gib -> gib * 1024).toList();
    }
}
