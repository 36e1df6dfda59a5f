// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a container's processes have used. CPU time is known wherever Java runs, memory only where there is {@code /proc}.
 *
 * @param cpu CPU time since they started
 * @param memoryBytes resident memory, empty where it cannot be known
 */
record ProcessUsage(Duration cpu, Optional<Long> memoryBytes) {

    private static final Path PROC = Path.of("/proc");
    private static final int RESIDENT = 1;
    private static final long PAGE_BYTES = pageBytes();

    /**
     * Reads a container's processes: the first one and its descendants.
     *
     * @param pid the first process
     * @return what they have used; empty when it has ended
     */
    static Optional<ProcessUsage> of(long pid) {
        return ProcessHandle.of(pid).map(first -> Stream.concat(Stream.of(first), first.descendants()).map(
                ProcessUsage::one).reduce(new ProcessUsage(Duration.ZERO, Optional.empty()), ProcessUsage::plus));
    }

    private static ProcessUsage one(ProcessHandle process) {
        return new ProcessUsage(process.info().totalCpuDuration().orElse(Duration.ZERO), resident(process.pid()));
    }

    private ProcessUsage plus(ProcessUsage other) {
        return new ProcessUsage(cpu.plus(other.cpu),
                other.memoryBytes.map(bytes -> bytes + memoryBytes.orElse(0L)).or(() -> memoryBytes));
    }

    private static Optional<Long> resident(long pid) {
        try {
            String[] pages = Files.readString(PROC.resolve(pid + "/statm")).split(" ");
            return Optional.of(Long.parseLong(pages[RESIDENT]) * PAGE_BYTES);
        } catch (IOException noProcOrEnded) {
            return Optional.empty();
        }
    }

    /** The size of a page, from this process's own figures: pages in statm, KiB in status. */
    private static long pageBytes() {
        try (Stream<String> status = Files.lines(PROC.resolve("self/status"))) {
            long kibibytes = status.filter(line -> line.startsWith("VmSize:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0L);
            long pages = Long.parseLong(Files.readString(PROC.resolve("self/statm")).split(" ")[0]);
            return Long.highestOneBit(kibibytes * 1024 / pages + 1024);
        } catch (IOException noProc) {
            return 0;
        }
    }
}
