// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.fault.effects;

import java.util.List;

/**
 * Commands that use up processor or memory with what every Linux machine has. They end when this process does, however it
 * ends; the processor is used at a low priority, so that the platform goes on.
 */
final class Stress {

    /** Whether the process in $0 still runs is asked every few thousand turns, by a builtin. */
    private static final String CPU = """
            n=0
            while [ "$n" -lt "$1" ]; do
              n=$((n + 1))
              while kill -0 "$0"; do i=0; while [ "$i" -lt 20000 ]; do i=$((i + 1)); done; done &
            done
            wait
            """;

    /** What tail has been given without the end of a line it keeps until the end of its input. */
    private static final String MEMORY = """
            { head -c "$1" /dev/zero; while kill -0 "$0"; do sleep 1; done; } | tail -n 1 >/dev/null
            """;

    private static final long MEBIBYTE = 1L << 20;

    private Stress() {
    }

    static List<String> cpu(int cores) {
        return List.of("nice", "-n", "10", "/bin/sh", "-c", CPU, own(), Integer.toString(cores));
    }

    static List<String> memory(int megabytes) {
        return List.of("/bin/sh", "-c", MEMORY, own(), Long.toString(megabytes * MEBIBYTE));
    }

    private static String own() {
        return Long.toString(ProcessHandle.current().pid());
    }
}
