// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cost;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The page docs/cost.md, from the templates of the environments that are deployed. */
final class CostPage {

    private static final List<String> ENVIRONMENTS = List.of("dev", "staging", "prod");

    private static final Path OUT = Path
            .of(System.getProperty("highlands.cdk.out", "../../platform-infra/target/cdk.out"));

    private CostPage() {
    }

    static Bill bill(String environment) {
        return TemplateBill.of(OUT.resolve(environment), PriceList.bundled(), Usage.LITTLE);
    }

    static String text() {
        PriceList prices = PriceList.bundled();
        StringBuilder page = new StringBuilder(
                """
                        # What an environment costs

                        Dollars a month in %s, list prices as of %s without the free tier, counted from the templates. `./highlands cost ENV` prints the same with numbers and prices; `./highlands cost` counts what the running platform really publishes.

                        | what | %s |
                        |---|%s
                        """
                        .formatted(prices.region(), prices.asOf(), String.join(" | ", ENVIRONMENTS),
                                "---:|".repeat(ENVIRONMENTS.size())));
        Map<String, Map<String, Bill.Line>> rows = new LinkedHashMap<>();
        ENVIRONMENTS.forEach(environment -> bill(environment).lines().forEach(
                line -> rows.computeIfAbsent(line.what(), what -> new TreeMap<>()).put(environment, line)));
        rows.forEach((what, lines) -> {
            page.append("| ").append(what).append(" |");
            ENVIRONMENTS.forEach(environment -> page.append(' ').append(lines.containsKey(environment)
                    ? dollars(lines.get(environment).dollars())
                    : "").append(" |"));
            page.append('\n');
        });
        page.append("| **all** |");
        ENVIRONMENTS.forEach(environment -> page.append(" **").append(dollars(bill(environment).dollars()))
                .append("** |"));
        page.append(
                """


                        Assumed, because no template says it: %.0f GB of logs, %.0f GB through NAT and %.0f load balancer capacity unit a month, the smallest number of tasks, and %d custom metrics per service. Not counted: data that leaves AWS, images kept in ECR, access logs in S3, reads by dashboards and tools, notifications. Several environments of a Region can share a private CA.

                        ## Prices

                        "AmazonEC2/20260925174521" is a file and version of %s. *Not verified* means that the source does not state the price for %s.

                        | price | dollars | published | source |
                        |---|---:|---|---|
                        """
                        .formatted(Usage.LITTLE.logGigabytes(), Usage.LITTLE.natGigabytes(),
                                Usage.LITTLE.capacityUnits(),
                                Usage.LITTLE.customMetrics(), prices.source(), prices.region()));
        new TreeMap<>(prices.prices()).values().forEach(price -> page.append("| ").append(price.unit()).append(" | ")
                .append(price.usd()).append(" | ").append(price.published()).append(" | ").append(price.source())
                .append(price.verified() ? "" : " (*not verified*)").append(" |\n"));
        return page.toString();
    }

    private static String dollars(double amount) {
        return String.format(Locale.ROOT, "%.2f", amount);
    }
}
