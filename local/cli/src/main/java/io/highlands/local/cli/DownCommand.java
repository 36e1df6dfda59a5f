// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;
import io.highlands.local.control.StateFolder;
import io.highlands.local.platform.LocalProcess;

/** {@code highlands down}. */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stops the running platform, and whatever a crash left of one.")
final class DownCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        StateFolder state = Checkout.current().state();
        Optional<ControlClient> running = ControlClient.find(state);
        running.ifPresent(DownCommand::stop);
        Optional<SilentPlatform> silent = running.isPresent() ? Optional.empty() : SilentPlatform.find(state);
        silent.ifPresent(SilentPlatform::end);
        int reaped = LocalProcess.awaitEndAndReap(state, Duration.ofSeconds(150));
        if (running.isPresent()) {
            out.println("stopped " + running.get().environment());
        } else if (silent.isPresent()) {
            SilentPlatform.forget(state);
            out.println(silent.get().ended(reaped));
        } else if (reaped > 0) {
            out.println("stopped " + reaped + (reaped == 1 ? " process" : " processes") + " that a crash had left");
        } else {
            out.println("nothing is running");
        }
        return 0;
    }

    /** A process that hangs up is stopping already: whether it ends is seen by waiting for it. */
    private static void stop(ControlClient client) {
        try {
            client.stop(Duration.ofSeconds(10));
        } catch (ControlException refused) {
            if (!(refused.getCause() instanceof IOException)) {
                throw refused;
            }
        }
    }
}
