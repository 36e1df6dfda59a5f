// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.provision;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

import io.highlands.local.template.Platform;
import io.highlands.local.template.Stacks;
import io.highlands.local.template.TemplateException;
import io.highlands.local.template.cloudformation.LocalValues;
import io.highlands.local.template.reader.PlatformReader;

/**
 * All that an environment's templates say: what runs, and what watches it.
 *
 * @param platform what runs
 * @param declared what watches it
 * @param stacks the stacks that declare it, as CloudFormation lists them
 */
public record Deployed(Platform platform, Declared declared, Stacks stacks) {

    /**
     * Reads an environment.
     *
     * @param folder the cloud assembly; its last name is the environment's
     * @param localValues file of values that templates take from outside; it need not exist
     * @return the environment
     * @throws TemplateException in one line, when anything is wrong
     */
    public static Deployed read(Path folder, Path localValues) {
        return read(folder, LocalValues.read(localValues));
    }

    /**
     * Reads an environment.
     *
     * @param folder the cloud assembly; its last name is the environment's
     * @param localValues what templates take from outside
     * @return the environment
     * @throws TemplateException in one line, when anything is wrong
     */
    public static Deployed read(Path folder, LocalValues localValues) {
        AtomicReference<Declared> declared = new AtomicReference<>();
        AtomicReference<Stacks> stacks = new AtomicReference<>();
        Platform platform = PlatformReader.read(folder, localValues, inventory -> {
            declared.set(DeclaredReader.read(inventory));
            stacks.set(inventory.stacks());
        });
        return new Deployed(platform, declared.get(), stacks.get());
    }
}
