// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.highlands.local.control.ControlException;

/**
 * Memory of processes as proportional set size: pages that several processes map are counted once, divided among them
 * ({@code /proc/PID/smaps_rollup}, Linux only).
 */
public final class ProcessMemory {

    private ProcessMemory() {
    }

    /**
     * The proportional set size of a process and all that it started.
     *
     * @param pid the process
     * @return MiB by process id
     */
    public static Map<Long, Double> treeMiB(long pid) {
        Map<Long, Double> sizes = new TreeMap<>();
        ProcessHandle root = ProcessHandle.of(pid)
                .orElseThrow(() -> new ControlException("no process " + pid + " to measure"));
        Stream.concat(Stream.of(root), root.descendants()).forEach(process -> sizes.put(process.pid(),
                pssMiB(process.pid())));
        return sizes;
    }

    private static double pssMiB(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum() / 1024.0;
        } catch (IOException e) {
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
                // A health command, for example, which has ended since the tree was read.
                return 0;
            }
            throw new ControlException("the memory of process " + pid + " cannot be read: " + e.getMessage(), e);
        }
    }
}
