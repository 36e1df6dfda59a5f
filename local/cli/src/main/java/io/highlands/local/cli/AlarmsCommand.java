// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import io.highlands.local.control.message.AlarmEntry;

/** {@code highlands alarms [--json]}: those in ALARM first, the latest change of them first. */
@Command(name = "alarms", mixinStandardHelpOptions = true, description = "Shows the alarms of the running platform and why they are in their state; those in ALARM first.", subcommands = {
        AlarmsTestCommand.class, AlarmsReplayCommand.class})
final class AlarmsCommand implements Runnable {

    private static final Comparator<AlarmEntry> ORDER = Comparator
            .comparing((AlarmEntry alarm) -> !alarm.state().equals("ALARM"))
            .thenComparing(alarm -> alarm.state().equals("OK"))
            .thenComparing(AlarmEntry::since, Comparator.reverseOrder()).thenComparing(AlarmEntry::name);

    @Spec
    private CommandSpec spec;

    @Mixin
    private JsonOption json;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<AlarmEntry> alarms = Running.require().alarms().stream().sorted(ORDER).toList();
        if (json.print(alarms, out)) {
            return;
        }
        Table table = new Table("ALARM", "STATE", "SINCE", "REASON");
        alarms.forEach(alarm -> table.row(alarm.name(),
                alarm.suppressed() ? alarm.state() + " (suppressed)" : alarm.state(), alarm.since(), alarm.reason()));
        table.print(out);
    }
}
