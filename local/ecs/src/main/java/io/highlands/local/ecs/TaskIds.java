// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of tasks, made and shown as ECS does. */
final class TaskIds {

    private static final int BYTES = 16;

    private TaskIds() {
    }

    /** {@return 32 hexadecimal digits} */
    static String next() {
        byte[] random = new byte[BYTES];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** {@return the tasks as an event lists them} */
    static String list(List<Task> tasks) {
        return String.join(" ", tasks.stream().map(task -> "(task " + task.identity().taskId() + ")").toList()) + ".";
    }
}
