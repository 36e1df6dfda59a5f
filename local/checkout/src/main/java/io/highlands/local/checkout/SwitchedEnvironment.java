// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.nio.file.Path;

import io.highlands.local.control.ControlException;

/** An environment with its tracing switch in a position that its file need not have, synthesized beside its own stacks. */
public final class SwitchedEnvironment {

    private final Checkout checkout;
    private final EnvironmentCopy copy;

    /**
     * Environments in a folder of output.
     *
     * @param checkout the checkout
     * @param scratch the folder's name, see {@link Checkout#scratch}
     */
    public SwitchedEnvironment(Checkout checkout, String scratch) {
        this.checkout = checkout;
        this.copy = new EnvironmentCopy(checkout, checkout.scratch(scratch));
    }

    /**
     * Synthesizes an environment where its stacks are older than what they are made from.
     *
     * @param environment its name
     * @param tracing whether it traces
     * @return its cloud assembly
     * @throws ControlException in one line, when it cannot be written or synthesized
     */
    public Path synthesized(String environment, boolean tracing) {
        return copy.synthesized(environment, new EnvironmentFile(checkout.environments(), environment)
                .with(TracingSwitch.wish(tracing, null, null, null)));
    }
}
