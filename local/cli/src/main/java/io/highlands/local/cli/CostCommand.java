// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.Environments;
import io.highlands.local.checkout.Synthesis;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.message.MeasuredUsage;
import io.highlands.local.control.message.ServiceEntry;
import io.highlands.local.cost.Bill;
import io.highlands.local.cost.PriceList;
import io.highlands.local.cost.TemplateBill;
import io.highlands.local.cost.Usage;
import io.highlands.local.deploy.Assembly;

/** {@code highlands cost [ENV]}. */
@Command(name = "cost", mixinStandardHelpOptions = true, description = "What an environment costs in AWS a month, counted from its templates; without ENV what the running platform's metrics, alarms and dashboards would cost, counted from what it really publishes.")
final class CostCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ENV", description = "The environment; nothing has to run.")
    private String environment;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        PriceList prices = PriceList.bundled();
        PrintWriter out = spec.commandLine().getOut();
        if (environment == null) {
            measured(prices, out);
        } else {
            declared(prices, out);
        }
        return 0;
    }

    private void measured(PriceList prices, PrintWriter out) {
        ControlClient running = Running.require();
        MeasuredUsage counted = running.cost();
        int tasks = running.status().services().stream().mapToInt(ServiceEntry::running).sum();
        if (counted.customMetrics().isEmpty() && !json.isWanted()) {
            out.println("no service has published a metric yet: the first come a minute after the start, divided by"
                    + " the time scale");
        }
        Bill bill = Bill.of(counted, tasks, prices);
        if (json.print(Reports.Cost.of(running.environment(), bill, prices), out)) {
            return;
        }
        print(running.environment(), bill, out);
        sources(prices, out);
        out.println("not counted: logs, Container Insights, reads by dashboards and tools, notifications");
    }

    private void declared(PriceList prices, PrintWriter out) {
        Checkout checkout = Checkout.current();
        Environments.require(checkout.environments(), environment);
        Path assembly = new Synthesis(checkout).upToDate(environment);
        Bill bill = TemplateBill.of(assembly, prices, Usage.LITTLE);
        if (json.print(Reports.Cost.of(environment, bill, prices), out)) {
            return;
        }
        Assembly.read(assembly).region().filter(region -> !region.equals(prices.region())).ifPresent(region -> {
            out.println("warning: environments/" + environment + ".yaml says region " + region
                    + ", and the price list is of " + prices.region()
                    + " alone: counts are right, dollars are those of "
                    + prices.region());
            out.println();
        });
        print(environment, bill, out);
        sources(prices, out);
        List<String> unverified = prices.prices().values().stream().filter(price -> !price.verified())
                .map(price -> price.unit()).sorted().toList();
        out.println("not verified for this Region: " + String.join("; ", unverified));
        out.println("not counted: data that leaves AWS, images kept in ECR, access logs in S3, reads by dashboards and"
                + " tools, notifications, tasks beyond the smallest number");
    }

    private static void print(String name, Bill bill, PrintWriter out) {
        Table table = new Table(name.toUpperCase(Locale.ROOT), "COUNT", "EACH", "A MONTH");
        bill.lines().forEach(line -> table.row(line.what(), String.format(Locale.ROOT, "%.0f", line.count()),
                String.format(Locale.ROOT, "$%.2f", line.price()),
                String.format(Locale.ROOT, "$%.2f", line.dollars())));
        table.row("all", "", "", String.format(Locale.ROOT, "$%.2f", bill.dollars()));
        table.print(out);
        out.println();
    }

    private static void sources(PriceList prices, PrintWriter out) {
        out.println("list prices of " + prices.region() + " as of " + prices.asOf()
                + ", without the free tier; prices change; sources: docs/cost.md");
    }
}
