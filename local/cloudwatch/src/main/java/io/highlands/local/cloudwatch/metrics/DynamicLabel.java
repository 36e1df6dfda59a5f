// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.series.TimeSeries;

/**
 * A label with parts such as {@code ${LAST}} or {@code ${PROP('Dim.Service')}}. Unknown parts stay as they are.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/graph-dynamic-labels.html">Using dynamic
 *      labels</a>
 */
final class DynamicLabel {

    private static final Pattern PART = Pattern.compile("\\$\\{([A-Z_]+)(?:\\('([^']*)'\\))?\\}");

    private DynamicLabel() {
    }

    static boolean is(String label) {
        return label.contains("${");
    }

    /**
     * Fills in the parts.
     *
     * @param label the label
     * @param base what the series would be called without one
     * @param series its values
     * @param metric the metric, where the series is one
     */
    static String fill(String label, String base, TimeSeries series, Optional<MetricName> metric) {
        Matcher matcher = PART.matcher(label);
        return matcher.replaceAll(part -> Matcher.quoteReplacement(
                value(part.group(1), part.group(2), base, series, metric).orElse(part.group())));
    }

    private static Optional<String> value(String name, String argument, String base, TimeSeries series,
            Optional<MetricName> metric) {
        if (name.equals("LABEL")) {
            return Optional.of(base);
        }
        if (name.equals("PROP") && argument != null) {
            return metric.map(m -> property(argument, m));
        }
        if (name.equals("DATAPOINT_COUNT")) {
            return Optional.of(Integer.toString(series.size()));
        }
        double[] values = series.values();
        return switch (name) {
            case "AVG" -> number(Arrays.stream(values).average().orElse(Double.NaN));
            case "MAX" -> number(Arrays.stream(values).max().orElse(Double.NaN));
            case "MIN" -> number(Arrays.stream(values).min().orElse(Double.NaN));
            case "SUM" -> number(values.length == 0 ? Double.NaN : Arrays.stream(values).sum());
            case "LAST" -> number(values.length == 0 ? Double.NaN : values[values.length - 1]);
            case "FIRST" -> number(values.length == 0 ? Double.NaN : values[0]);
            default -> Optional.empty();
        };
    }

    private static String property(String property, MetricName metric) {
        return switch (property) {
            case "MetricName" -> metric.name();
            case "Namespace" -> metric.namespace();
            default -> property.startsWith("Dim.")
                    ? metric.dimensions().getOrDefault(property.substring("Dim.".length()), "")
                    : "";
        };
    }

    private static Optional<String> number(double value) {
        return Optional.of(Double.isFinite(value)
                ? BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString()
                : "--");
    }
}
