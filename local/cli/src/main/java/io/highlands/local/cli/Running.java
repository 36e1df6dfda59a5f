// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.util.Optional;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;
import io.highlands.local.control.StateFolder;
import io.highlands.local.ecs.process.Reaper;
import io.highlands.local.error.FileErrors;

/** The platform that runs, for the commands that need one. */
final class Running {

    private Running() {
    }

    /**
     * Finds it.
     *
     * @return a client of it
     * @throws ControlException when none runs, or the one that runs does not answer
     */
    static ControlClient require() {
        StateFolder state = Checkout.current().state();
        Optional<ControlClient> client = ControlClient.find(state);
        if (client.isPresent()) {
            SilentPlatform.forget(state);
            return client.get();
        }
        throw new ControlException(SilentPlatform.find(state).map(SilentPlatform::words).orElseGet(() -> none(state)));
    }

    private static String none(StateFolder state) {
        try {
            long left = Reaper.left(state.tasks());
            Optional<EndedPlatform> ended = EndedPlatform.find(state);
            if (ended.isPresent()) {
                return ended.get().words() + "; start it again with: highlands up -d"
                        + (left == 0 ? "" : " (which ends the " + left + " processes of its tasks that are left)");
            }
            return left == 0
                    ? "nothing is running; start it with: highlands up -d"
                    : "the platform was killed and left " + left
                            + " processes of its tasks; end them with: highlands down";
        } catch (IOException e) {
            throw new ControlException(FileErrors.line(e), e);
        }
    }
}
