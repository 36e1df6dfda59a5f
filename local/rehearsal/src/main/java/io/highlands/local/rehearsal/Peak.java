// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.time.Instant;

/** Takes the pictures of the page's board while the fault is at its worst. */
final class Peak implements Phase {

    /** As much of AWS's time as is seen before the fault. */
    private static final Duration BEFORE = Duration.ofMinutes(15);

    private static final String OF_A_SERVICE = "service";

    @Override
    public String name() {
        return "pictures";
    }

    @Override
    public String play(Act act) {
        Instant now = act.stage.now();
        act.panels.addAll(act.stage.panels(board(act),
                act.faultAt.orElse(now).minus(act.here(BEFORE)), now));
        return act.panels.size() + " panels";
    }

    private static String board(Act act) {
        String board = act.page.front().dashboard();
        return board.equals(OF_A_SERVICE) ? act.variables.getOrDefault("SERVICE", board) : board;
    }
}
