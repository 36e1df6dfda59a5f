// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlJson;
import io.highlands.local.control.message.FaultRequest;
import io.highlands.local.control.message.InjectedFault;
import io.highlands.local.fault.Fault;
import io.highlands.local.fault.FaultKind;
import io.highlands.local.fault.FaultSpec;

/** {@code highlands fault list|inject|clear}. */
@Command(name = "fault", mixinStandardHelpOptions = true, description = "Injects faults into the tasks that a service has at that moment, and clears them.", synopsisSubcommandLabel = "(list | inject | clear)")
final class FaultCommand implements Runnable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the faults, the AWS FIS action of each, and what is injected now.")
    void list(@Option(names = "--json", description = "Print JSON.") boolean json) {
        PrintWriter out = spec.commandLine().getOut();
        Optional<List<InjectedFault>> injected = ControlClient.find(Checkout.current().state())
                .map(ControlClient::faults);
        if (json) {
            out.println(ControlJson.pretty(Reports.Faults.of(injected)));
            return;
        }
        Table table = new Table("FAULT", "WHAT HAPPENS", "AWS FIS");
        Arrays.stream(FaultKind.values()).forEach(kind -> table.row(kind.usage(), kind.effect(), kind.fis()));
        table.print(out);
        out.println();
        FaultText.print(injected, out);
    }

    @Command(name = "inject", mixinStandardHelpOptions = true, description = "Injects a fault. It ends when it is cleared, when its tasks are gone, and with the platform.")
    void inject(
            @Parameters(paramLabel = "WORDS", arity = "1..*", description = "As 'highlands fault list' shows them, for example: latency service-b:service-c delay=3s") List<String> words,
            @Option(names = "--for", paramLabel = "TIME", description = "Clear it by itself after this time, for example 90s or 5m.") String lasting) {
        FaultSpec fault = FaultSpec.parse(String.join(" ", words));
        if (lasting != null) {
            Fault.lasting(lasting);
        }
        InjectedFault injected = Running.require().inject(
                new FaultRequest(fault.words(), Optional.ofNullable(lasting), Optional.empty()), TIMEOUT);
        spec.commandLine().getOut().println("injected " + FaultText.line(injected));
    }

    @Command(name = "clear", mixinStandardHelpOptions = true, description = "Clears a fault, or all.")
    void clear(
            @Parameters(paramLabel = "ID", arity = "0..1", description = "Which; all by default.") String id) {
        List<String> cleared = Running.require().clear(Optional.ofNullable(id), TIMEOUT);
        spec.commandLine().getOut().println(cleared.isEmpty()
                ? "no fault is injected"
                : "cleared " + String.join(", ", cleared));
    }
}
