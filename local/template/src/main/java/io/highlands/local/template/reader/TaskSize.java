// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.cloudformation.Properties;

/**
 * Size of a Fargate task.
 *
 * @param cpu CPU units
 * @param memoryMiB memory in MiB
 */
record TaskSize(int cpu, int memoryMiB) {

    /** Fargate's sizes: CPU units, and for each the smallest, the largest and the steps of memory in MiB. */
    private static final Map<Integer, Range> SIZES = new TreeMap<>(Map.of(256, new Range(512, 2048, 512), 512,
            new Range(1024, 4096, 1024), 1024, new Range(2048, 8192, 1024), 2048, new Range(4096, 16384, 1024), 4096,
            new Range(8192, 30720, 1024), 8192, new Range(16384, 61440, 4096), 16384, new Range(32768, 122880, 8192)));

    private static final Pattern VCPU = Pattern.compile("(\\d{0,2}\\.?\\d{1,3}) ?vcpu", Pattern.CASE_INSENSITIVE);

    private static final Pattern GB = Pattern.compile("(\\d{0,3}\\.?\\d{1,3}) ?gb", Pattern.CASE_INSENSITIVE);

    private record Range(int least, int most, int step) {

        boolean holds(int memory) {
            // 256 CPU units are the exception: 512, 1024 and 2048 MiB, but not 1536
            boolean step = least == 512 ? Integer.bitCount(memory) == 1 : (memory - least) % this.step == 0;
            return memory >= least && memory <= most && step;
        }
    }

    static TaskSize read(Properties definition) {
        int cpu = scaled(definition, "Cpu", VCPU);
        int memory = scaled(definition, "Memory", GB);
        Range range = SIZES.get(cpu);
        if (range == null) {
            throw definition.error("Cpu", "'" + cpu + "' is not a size of Fargate; allowed: "
                    + String.join(", ", SIZES.keySet().stream().map(String::valueOf).toList()));
        }
        if (!range.holds(memory)) {
            throw definition.error("Memory", "'" + memory + "' is not a size of Fargate with " + cpu
                    + " CPU units; allowed: " + range.least() + " to " + range.most() + " in steps of " + range.step());
        }
        return new TaskSize(cpu, memory);
    }

    /**
     * Reads a size: a whole number of CPU units or MiB, or 1,024 of them as vCPU or GB.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html">"1 vCPU or 1
     *      vcpu", "1GB or 1 GB"</a>
     */
    private static int scaled(Properties definition, String name, Pattern thousands) {
        Matcher matcher = thousands.matcher(definition.text(name));
        return matcher.matches()
                ? (int) Math.round(Double.parseDouble(matcher.group(1)) * 1024)
                : definition.integer(name, 1, 1 << 20);
    }

    /** Refuses containers that do not fit into the task. */
    void check(Properties definition, List<ContainerSpec> containers) {
        int cpuSum = containers.stream().mapToInt(ContainerSpec::cpu).sum();
        if (cpuSum > cpu) {
            throw definition.error("Cpu", cpu + " is less than the containers' sum of " + cpuSum);
        }
        int limits = containers.stream().filter(c -> c.memoryMiB() != null).mapToInt(ContainerSpec::memoryMiB).sum();
        if (limits > memoryMiB) {
            throw definition.error("Memory", memoryMiB + " is less than the sum of the containers' limits, " + limits);
        }
        int reserved = containers.stream().mapToInt(TaskSize::reservation).sum();
        if (reserved > memoryMiB) {
            throw definition.error("Memory", memoryMiB + " is less than the containers' reservations, " + reserved);
        }
    }

    private static int reservation(ContainerSpec container) {
        if (container.memoryReservationMiB() != null) {
            return container.memoryReservationMiB();
        }
        return container.memoryMiB() == null ? 0 : container.memoryMiB();
    }
}
