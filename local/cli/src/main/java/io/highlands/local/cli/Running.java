// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;

/** The platform that runs, for the commands that need one. */
final class Running {

    private Running() {
    }

    /**
     * Finds it.
     *
     * @return a client of it
     * @throws ControlException when none runs
     */
    static ControlClient require() {
        return ControlClient.find(Checkout.current().state())
                .orElseThrow(() -> new ControlException("nothing is running; start it with: highlands up -d"));
    }
}
