// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;

/**
 * Changes an environment's tracing switch. What would be refused by the CDK app is refused before the file is touched; file
 * and stacks change together.
 */
public final class TracingChange {

    private final Checkout checkout;
    private final String environment;
    private final EnvironmentFile file;

    /**
     * Prepares it.
     *
     * @param checkout the checkout
     * @param environment the environment's name, for which there is a file
     */
    public TracingChange(Checkout checkout, String environment) {
        this.checkout = checkout;
        this.environment = environment;
        this.file = new EnvironmentFile(checkout.environments(), environment);
    }

    /**
     * What came of it.
     *
     * @param before the switch as it was
     * @param after the switch as it is now
     * @param changed whether the file was changed
     * @param changes what the next deployment changes, in lines
     */
    public record Result(TracingSwitch before, TracingSwitch after, boolean changed, List<String> changes) {}

    /**
     * Changes it.
     *
     * @param wish what the file shall say; what the wish leaves out stays
     * @return what came of it
     * @throws ControlException when the file cannot be read or written, or the CDK app refuses the environment
     */
    public Result to(TracingSwitch wish) {
        TracingSwitch before = file.read();
        String text = file.with(wish);
        Synthesis synthesis = new Synthesis(checkout);
        synthesis.upToDate(environment);
        if (text.equals(read(file.path()))) {
            return new Result(before, before, false, List.of());
        }
        file.requireWritable();
        Path scratch = checkout.state().root().resolve("tracing");
        Folders.delete(scratch);
        Folders.create(scratch);
        Path next = write(scratch.resolve(environment + ".yaml"), text);
        Path assembly = scratch.resolve("cdk.out");
        new Synthesis(checkout, scratch).run(environment, assembly);
        List<String> changes = new TaskChanges(checkout.assembly(environment), assembly).lines();
        file.write(text);
        synthesis.adopt(environment, assembly);
        TracingSwitch after = new EnvironmentFile(next.getParent(), environment).read();
        Folders.delete(scratch);
        return new Result(before, after, true, changes);
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new ControlException(file + " cannot be written: " + FileErrors.reason(e), e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ControlException(file + " cannot be read: " + FileErrors.reason(e), e);
        }
    }
}
