// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;
import io.highlands.local.control.StateFolder;

/** {@code highlands doctor}. */
@Command(name = "doctor", mixinStandardHelpOptions = true, description = "Looks at what a run needs of this machine, and says how to mend what is missing.")
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServedPorts ports;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        StateFolder state = Checkout.current().state();
        List<Check> checks = new ArrayList<>(List.of(Machine.jdk(), Machine.node(), Machine.curl(),
                Machine.loopbackAddresses(), Machine.memory(), folder(state)));
        if (ControlClient.find(state).isPresent()) {
            checks.add(Check.good("ports", "the platform runs already"));
        } else {
            checks.addAll(ports.checks());
        }
        checks.forEach(check -> out.println((check.good() ? "ok    " : "FAIL  ") + check.line()));
        return checks.stream().allMatch(Check::good) ? 0 : 1;
    }

    private static Check folder(StateFolder state) {
        try {
            state.prepare();
            return Check.good("state folder", state.root() + " can be written");
        } catch (ControlException refused) {
            return Check.bad("state folder", refused.getMessage(), "");
        }
    }
}
