// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What other environment files, or another version of the CDK app, change in the templates that were synthesized here last.
 *
 * @param checkout the checkout, or the archive and the project
 * @param environments the folder of the environment files to come
 * @param scratch where their templates are written
 */
public record TemplateChanges(Checkout checkout, Path environments, Path scratch) {

    /**
     * Synthesizes an environment and compares; the templates that are there stay as they are.
     *
     * @param environment the environment's name
     * @return lines that begin with +, - or ~ below the names of their stacks; empty where it was never synthesized here
     * @throws io.highlands.local.control.ControlException with the CDK app's own line when it refuses the environment
     */
    public Optional<List<String>> of(String environment) {
        Path next = scratch.resolve(environment);
        new Synthesis(checkout, environments).run(environment, next);
        Path before = checkout.assembly(environment);
        return Files.isDirectory(before) ? Optional.of(new TaskChanges(before, next).lines()) : Optional.empty();
    }
}
