// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which process was started, so that a later run can tell it from another one that has got the same number since.
 *
 * @param pid process id
 * @param identity when it was started, in the system's own terms, see {@link #identity}
 */
record ProcessRecord(long pid, String identity) {

    /** File name ending of records. */
    static final String SUFFIX = ".process";

    /**
     * When a process was started: on Linux the boot and the clock tick, which no change of the wall clock moves; elsewhere
     * the instant.
     *
     * @param process a process
     * @return an identity, or nothing when the process is gone
     */
    static Optional<String> identity(ProcessHandle process) {
        try {
            String[] stat = stat(process);
            // An ended process that nobody has asked for yet, as in a container without an init, is gone as well.
            return stat[0].equals("Z") ? Optional.empty() : Optional.of("boot " + bootId() + " tick " + stat[19]);
        } catch (IOException noProc) {
            return process.info().startInstant().map(instant -> "instant " + instant.toEpochMilli());
        }
    }

    /** The fields that follow the program's name, which is in parentheses and may hold spaces; the start is the 22nd of all. */
    private static String[] stat(ProcessHandle process) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    private static String bootId() throws IOException {
        Path file = Path.of("/proc/sys/kernel/random/boot_id");
        return Files.isReadable(file) ? Files.readString(file).strip() : "unknown";
    }

    static ProcessRecord of(ProcessHandle process) {
        return new ProcessRecord(process.pid(), identity(process).orElse("gone"));
    }

    /** The process that was recorded, or nothing when it has ended, whoever has its number now. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .filter(process -> identity(process).equals(Optional.of(identity)));
    }

    void write(Path file) throws IOException {
        Files.writeString(file, pid + "\n" + identity + "\n");
    }

    static Optional<ProcessRecord> read(Path file) {
        try {
            String[] lines = Files.readString(file).split("\n");
            return lines.length < 2
                    ? Optional.empty()
                    : Optional.of(new ProcessRecord(Long.parseLong(lines[0]), lines[1]));
        } catch (IOException | NumberFormatException torn) {
            return Optional.empty();
        }
    }
}
