// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import io.highlands.local.control.ControlFile;
import io.highlands.local.control.StateFolder;

/**
 * A platform that ended by itself because its memory was exhausted: its control file is still there, and the last line of its
 * log is that of the JVM.
 *
 * @param pid its process id
 * @param ended when it ended
 * @param reason what was exhausted
 */
record EndedPlatform(long pid, Instant ended, String reason) {

    /**
     * What the JVM prints to standard output before it exits.
     *
     * @see <a href="https://github.com/openjdk/jdk/blob/jdk-25-ga/src/hotspot/share/utilities/debug.cpp">HotSpot's
     *     {@code report_java_out_of_memory}</a>
     */
    private static final String MARK = "Terminating due to java.lang.OutOfMemoryError: ";

    private static final String FREE = "; if that happens again, lower --load or the time range of what is asked, or raise"
            + " -Xmx in local/cli/jvm.options";

    /**
     * What is known of the platform that ran last, where its memory was exhausted.
     *
     * @param state the state folder
     * @return the platform; empty where one runs, or the last one ended otherwise
     */
    static Optional<EndedPlatform> find(StateFolder state) {
        return ControlFile.read(state).filter(file -> ProcessHandle.of(file.pid()).isEmpty())
                .flatMap(file -> LocalLog.lines(state.processLog()).stream().filter(line -> line.contains(MARK))
                        .findFirst()
                        .flatMap(line -> at(state, file, line.substring(line.indexOf(MARK) + MARK.length()))));
    }

    /** A log that is older than the control file is of an earlier run. */
    private static Optional<EndedPlatform> at(StateFolder state, ControlFile file, String what) {
        try {
            Instant written = Files.getLastModifiedTime(state.processLog()).toInstant();
            return written.isBefore(Files.getLastModifiedTime(state.controlFile()).toInstant())
                    ? Optional.empty()
                    : Optional.of(new EndedPlatform(file.pid(), written.truncatedTo(ChronoUnit.SECONDS),
                            "its memory was exhausted (" + what.strip() + ")"));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** {@return what commands say of it} */
    String words() {
        return "the platform (pid " + pid + ") ended at " + ended + " because " + reason + FREE;
    }
}
