// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The process for whose sake something is done, such as a fault: it ends with that process, however that ended.
 *
 * @param pid its number
 * @param startMillis when it was started, in milliseconds since 1970, so that another process with its number is not
 *            taken for it
 */
public record Holder(long pid, long startMillis) {

    /** A change of the wall clock moves what the system says of a start by as much as it corrected. */
    private static final long CLOCK_MILLIS = 2_000;

    /**
     * Reads a holder.
     *
     * @param text {@code PID:STARTMILLIS}
     * @return the holder
     * @throws FaultException when it is none
     */
    public static Holder parse(String text) {
        if (!text.matches("\\d{1,10}:\\d{1,15}")) {
            throw new FaultException("holder '" + text + "': allowed is PID:STARTMILLIS");
        }
        int colon = text.indexOf(':');
        return new Holder(Long.parseLong(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
    }

    /** {@return this process} */
    public static Holder current() {
        ProcessHandle self = ProcessHandle.current();
        return new Holder(self.pid(), startOf(self));
    }

    /** {@return whether it still runs} */
    public boolean isAlive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> !isZombie())
                .filter(process -> Math.abs(startOf(process) - startMillis) <= CLOCK_MILLIS).isPresent();
    }

    @Override
    public String toString() {
        return pid + ":" + startMillis;
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    }

    /** An ended process that nobody has asked for yet, as in a container without an init, is gone as well. */
    private boolean isZombie() {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException noProc) {
            return false;
        }
    }
}
