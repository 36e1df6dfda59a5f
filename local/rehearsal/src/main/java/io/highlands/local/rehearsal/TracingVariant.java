// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.nio.file.Path;
import java.time.Duration;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.EnvironmentFile;
import io.highlands.local.checkout.SwitchedEnvironment;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.message.ApplyRequest;

/**
 * The running environment with tracing switched on, from a copy of its file: the checkout's own stays as it is, and what it
 * says is deployed again afterwards.
 */
final class TracingVariant {

    /** All services are redeployed: start, drain and stop of each task. */
    private static final Duration ROLL = Duration.ofMinutes(10);

    private final Checkout checkout;
    private final ControlClient control;

    TracingVariant(Checkout checkout, ControlClient control) {
        this.checkout = checkout;
        this.control = control;
    }

    /** Brings the platform to the position that is needed. */
    void require(boolean tracing) {
        if (control.status().tracing().enabled() != tracing) {
            apply(tracing == declared() ? own() : variant(control.environment(), tracing));
        }
    }

    /** Brings the platform back to what its file says. */
    void restore() {
        require(declared());
    }

    private boolean declared() {
        return new EnvironmentFile(checkout.environments(), control.environment()).read().enabled();
    }

    private Path own() {
        return checkout.assembly(control.environment());
    }

    /**
     * Synthesizes an environment in a position of the switch.
     *
     * @param environment its name
     * @param tracing whether it traces
     * @return its cloud assembly
     */
    Path variant(String environment, boolean tracing) {
        return new SwitchedEnvironment(checkout, "rehearsal").synthesized(environment, tracing);
    }

    private void apply(Path assembly) {
        control.apply(new ApplyRequest(assembly.toString(), false), ROLL);
    }
}
