// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The reference page of all metrics, as Markdown. */
final class ReferencePage {

    private static final String HEAD = """
            # Metrics

            Every metric that dashboards and alarms may use, generated from `io.highlands.telemetry`
            (`./mvnw -f dashboards/telemetry/pom.xml test -Dupdate.reference=true`).

            A *distribution* holds every event: its SampleCount is how many there were, and its percentiles are theirs. A
            *counter* is read with Sum, a *gauge* with Average, Minimum and Maximum. Each line of dimensions is one way in
            which the metric is published; a query by any other finds nothing, and says nothing either.
            """;

    private ReferencePage() {
    }

    static String text() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Source source : Source.values()) {
            List<Metric> metrics = Metrics.all().stream().filter(metric -> metric.source() == source).toList();
            page.append("\n## `").append(source.pattern()).append("`: ").append(source.title()).append("\n\n");
            if (source == Source.HIGHLANDS) {
                page.append(cost());
            }
            page.append("| metric | kind, unit | dimensions | meaning |\n|---|---|---|---|\n");
            metrics.forEach(metric -> page.append(row(metric)));
        }
        return page.append("\n## Dimensions\n\n| name | values |\n|---|---|\n").append(dimensions()).toString();
    }

    private static String cost() {
        return """
                A service with r routes and u upstreams publishes %d + 3r + 7u custom metrics (series), at most %d by \
                default: service-b, the
                largest, has 2 of each and publishes %d.

                """.formatted(ServiceMetrics.series("s", List.of(), List.of()).size(), ServiceMetrics.BUDGET,
                ServiceMetrics.series("s", List.of("/", "/time"), List.of("a", "c")).size());
    }

    private static String row(Metric metric) {
        return "| `%s` | %s, %s | %s | %s |\n".formatted(metric.name(), metric.kind().name().toLowerCase(),
                metric.unit().cloudWatchName(), metric.dimensionSets().stream().map(ReferencePage::set)
                        .collect(Collectors.joining("<br>")),
                metric.meaning());
    }

    private static String set(Set<Dimension> dimensions) {
        return dimensions.isEmpty()
                ? "none"
                : Metric.sorted(dimensions).stream().map(Dimension::cloudWatchName).collect(Collectors.joining(", "));
    }

    private static String dimensions() {
        StringBuilder rows = new StringBuilder();
        for (Dimension dimension : Dimension.values()) {
            rows.append("| `%s` | %s |\n".formatted(dimension.cloudWatchName(), dimension.meaning()));
        }
        return rows.toString();
    }
}
