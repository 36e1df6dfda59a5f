// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.Synthesis;
import io.highlands.local.control.ControlException;

/** The local environment with one value changed, as an SRE would change it in the file, in a copy of the files. */
final class ChangedEnvironment {

    private static final String BEFORE = "drain: 1s";

    private static final String AFTER = "drain: 2s";

    private ChangedEnvironment() {
    }

    /**
     * Synthesizes it.
     *
     * @param checkout the checkout, which stays as it is
     * @return the folder of the changed stacks
     */
    static Path of(Checkout checkout) throws IOException {
        Path folder = Files.createDirectories(checkout.root().resolve("target/bench/environments"));
        String yaml = Files.readString(checkout.environments().resolve("local.yaml"));
        if (!yaml.contains(BEFORE)) {
            throw new ControlException("platform-infra/environments/local.yaml has no line '" + BEFORE
                    + "', which this scenario changes");
        }
        Files.writeString(folder.resolve("local.yaml"), yaml.replace(BEFORE, AFTER));
        Path assembly = checkout.root().resolve("target/bench/cdk.out/local");
        new Synthesis(checkout, folder).run("local", assembly);
        return assembly;
    }
}
