// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;

/** An environment with its tracing switch in a position that its file need not have, synthesized beside its own stacks. */
public final class SwitchedEnvironment {

    private final Checkout checkout;
    private final Path folder;

    /**
     * Environments in a folder of output.
     *
     * @param checkout the checkout
     * @param scratch the folder's name, see {@link Checkout#scratch}
     */
    public SwitchedEnvironment(Checkout checkout, String scratch) {
        this.checkout = checkout;
        this.folder = checkout.scratch(scratch);
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
        Path file = folder.resolve("environments").resolve(environment + ".yaml");
        String text = new EnvironmentFile(checkout.environments(), environment)
                .with(TracingSwitch.wish(tracing, null, null, null));
        try {
            if (!Files.exists(file) || !text.equals(Files.readString(file))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
        } catch (IOException e) {
            throw new ControlException(
                    "the environment with another position of tracing cannot be written: " + FileErrors.line(e), e);
        }
        return new Synthesis(checkout, file.getParent()).upToDate(environment,
                folder.resolve("cdk.out").resolve(environment));
    }
}
