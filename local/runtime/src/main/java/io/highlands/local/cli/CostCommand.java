// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

import io.highlands.local.control.ControlClient;
import io.highlands.local.cost.Bill;
import io.highlands.local.cost.PriceList;

/** {@code highlands cost}. */
@Command(name = "cost", mixinStandardHelpOptions = true, description = "What the running platform's metrics, alarms and dashboards would cost in AWS, counted from what it really publishes.")
final class CostCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ControlClient running = Running.require();
        JsonNode counted = running.get("/cost");
        int tasks = running.get("/status").path("services").valueStream()
                .mapToInt(service -> service.path("running").asInt()).sum();
        PriceList prices = PriceList.bundled();
        Bill bill = Bill.of(counted, tasks, prices);
        PrintWriter out = spec.commandLine().getOut();
        if (counted.path("customMetrics").isEmpty()) {
            out.println("no service has published a metric yet: the first come a minute after the start, divided by"
                    + " the time scale");
        }
        Table table = new Table(running.environment().toUpperCase(Locale.ROOT), "COUNT", "EACH", "A MONTH");
        bill.lines().forEach(line -> table.row(line.what(), "%.0f".formatted(line.count()),
                "$%.2f".formatted(line.price()), "$%.2f".formatted(line.dollars())));
        table.row("all", "", "", "$%.2f".formatted(bill.dollars()));
        table.print(out);
        out.printf("%nlist prices of %s as of %s (%s), without the free tier; prices change%n", prices.region(),
                prices.asOf(), prices.source());
        out.println("not counted: logs, Container Insights, reads by boards and tools, notifications");
        return 0;
    }
}
