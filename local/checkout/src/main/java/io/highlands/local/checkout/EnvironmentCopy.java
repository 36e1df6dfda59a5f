// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;

/**
 * Environments with a text that their files do not have, synthesized beside their own stacks.
 *
 * @param checkout the checkout, whose files stay as they are
 * @param folder a folder of output
 */
record EnvironmentCopy(Checkout checkout, Path folder) {

    /** Synthesizes an environment where its stacks are older than what they are made from, and returns its cloud assembly. */
    Path synthesized(String environment, String text) {
        Path file = folder.resolve("environments").resolve(environment + ".yaml");
        try {
            if (!Files.exists(file) || !text.equals(Files.readString(file))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
        } catch (IOException e) {
            throw new ControlException("a copy of the environment cannot be written: " + FileErrors.line(e), e);
        }
        return new Synthesis(checkout, file.getParent()).upToDate(environment,
                folder.resolve("cdk.out").resolve(environment));
    }
}
