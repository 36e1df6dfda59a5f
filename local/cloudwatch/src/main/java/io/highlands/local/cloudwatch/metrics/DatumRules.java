// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Distribution;
import io.highlands.local.cloudwatch.CloudWatchException;
import io.highlands.local.store.Sample;
import io.highlands.local.store.Unit;

/**
 * What PutMetricData accepts. The first fault found is the answer, and nothing of the request is kept.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html">PutMetricData</a>
 */
final class DatumRules {

    private static final int MAX_DATA = 1000;

    private static final int MAX_DIMENSIONS = 30;

    private static final int MAX_VALUES = 150;

    private static final int MAX_NAME = 255;

    private static final int MAX_DIMENSION_VALUE = 1024;

    private static final double MAX_VALUE = Math.pow(2, 360);

    private static final Duration OLDEST = Duration.ofDays(14);

    private static final Duration NEWEST = Duration.ofHours(2);

    private final String namespace;

    private final Instant now;

    private DatumRules(String namespace, Instant now) {
        this.namespace = namespace;
        this.now = now;
    }

    static List<Sample> samples(String namespace, List<MetricDatumInput> data, Instant now) {
        if (namespace == null || namespace.isEmpty()) {
            throw CloudWatchException.missing("Namespace");
        }
        if (namespace.length() > MAX_NAME || namespace.startsWith(":") || namespace.isBlank()
                || namespace.startsWith("AWS/") || !isText(namespace)) {
            throw invalid(shortened(namespace), "Namespace");
        }
        if (data == null || data.isEmpty()) {
            throw CloudWatchException.missing("MetricData");
        }
        requireSize("MetricData", data.size(), MAX_DATA);
        DatumRules rules = new DatumRules(namespace, now);
        List<Sample> samples = new ArrayList<>(data.size());
        for (int i = 0; i < data.size(); i++) {
            samples.add(rules.sample(data.get(i), "MetricData.member." + (i + 1)));
        }
        return samples;
    }

    private Sample sample(MetricDatumInput datum, String at) {
        requireText(datum.metricName(), at + ".MetricName", MAX_NAME);
        Map<String, String> dimensions = dimensions(datum.dimensions(), at + ".Dimensions");
        Distribution distribution = distribution(datum, at);
        Instant time = datum.timestamp() == null ? now : datum.timestamp();
        if (time.isBefore(now.minus(OLDEST)) || time.isAfter(now.plus(NEWEST))) {
            throw CloudWatchException.invalidValue(
                    "The parameter " + at + ".Timestamp must specify a time within the past two weeks.");
        }
        String unit = datum.unit() == null ? Unit.NONE : datum.unit();
        if (!Unit.exists(unit)) {
            throw invalid(shortened(unit), at + ".Unit");
        }
        int resolution = datum.storageResolution() == null ? 60 : datum.storageResolution();
        if (resolution != 1 && resolution != 60) {
            throw invalid(resolution, at + ".StorageResolution");
        }
        return new Sample(new MetricName(namespace, datum.metricName(), dimensions), time, distribution, unit,
                resolution);
    }

    private static Map<String, String> dimensions(List<Dimension> dimensions, String at) {
        requireSize(at, dimensions.size(), MAX_DIMENSIONS);
        Map<String, String> map = HashMap.newHashMap(dimensions.size());
        for (int i = 0; i < dimensions.size(); i++) {
            Dimension dimension = dimensions.get(i);
            String here = at + ".member." + (i + 1);
            requireText(dimension.name(), here + ".Name", MAX_NAME);
            if (dimension.name().startsWith(":")) {
                throw invalid(dimension.name(), here + ".Name");
            }
            requireText(dimension.value(), here + ".Value", MAX_DIMENSION_VALUE);
            if (map.put(dimension.name(), dimension.value()) != null) {
                throw CloudWatchException.invalidValue("No metric may specify the same dimension name twice.");
            }
        }
        return map;
    }

    private static Distribution distribution(MetricDatumInput datum, String at) {
        boolean values = !datum.values().isEmpty();
        if (datum.value() != null && values) {
            throw CloudWatchException.invalidCombination(exclusive(at + ".Value", at + ".Values"));
        }
        if (datum.statisticValues() != null && datum.value() != null) {
            throw CloudWatchException.invalidCombination(exclusive(at + ".Value", at + ".StatisticValues"));
        }
        if (datum.value() != null) {
            return Distribution.of(number(datum.value(), at + ".Value"));
        }
        if (values) {
            // AWS takes Values beside StatisticValues; the values say more
            return distribution(datum.values(), datum.counts(), at);
        }
        if (datum.statisticValues() != null) {
            return distribution(datum.statisticValues(), at + ".StatisticValues");
        }
        throw CloudWatchException.invalidCombination("At least one of the parameters " + at + ".Value and " + at
                + ".StatisticValues must be specified.");
    }

    private static Distribution distribution(List<Double> values, List<Double> counts, String at) {
        requireSize(at + ".Values", values.size(), MAX_VALUES);
        if (!counts.isEmpty() && counts.size() != values.size()) {
            throw CloudWatchException.invalidValue(
                    "The parameters " + at + ".Values and " + at + ".Counts must be of the same size.");
        }
        double[] numbers = new double[values.size()];
        double[] times = new double[counts.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(values.get(i), at + ".Values.member." + (i + 1));
        }
        for (int i = 0; i < times.length; i++) {
            times[i] = number(counts.get(i), at + ".Counts.member." + (i + 1));
            if (times[i] < 0) {
                throw invalid(times[i], at + ".Counts.member." + (i + 1));
            }
        }
        return Distribution.of(numbers, times);
    }

    private static Distribution distribution(StatisticSet set, String at) {
        double count = number(set.sampleCount(), at + ".SampleCount");
        double sum = number(set.sum(), at + ".Sum");
        double minimum = number(set.minimum(), at + ".Minimum");
        double maximum = number(set.maximum(), at + ".Maximum");
        if (count <= 0) {
            throw invalid(count, at + ".SampleCount");
        }
        if (minimum > maximum) {
            throw CloudWatchException.invalidValue("The parameter " + at
                    + ".Maximum must be greater than or equal to the parameter " + at + ".Minimum.");
        }
        return Distribution.ofStatisticSet(count, sum, minimum, maximum);
    }

    private static double number(Double value, String at) {
        if (value == null) {
            throw CloudWatchException.missing(at);
        }
        if (!(Math.abs(value) <= MAX_VALUE)) {
            throw invalid(value, at);
        }
        return value;
    }

    private static void requireText(String text, String at, int most) {
        if (text == null || text.isEmpty()) {
            throw CloudWatchException.missing(at);
        }
        if (text.length() > most || text.isBlank() || !isText(text)) {
            throw invalid(shortened(text), at);
        }
    }

    /** ASCII without control characters. */
    private static boolean isText(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    private static void requireSize(String collection, int size, int most) {
        if (size > most) {
            throw CloudWatchException.invalidValue(
                    "The collection " + collection + " must not have a size greater than " + most + ".");
        }
    }

    private static String exclusive(String one, String other) {
        return "The parameters " + one + " and " + other + " are mutually exclusive and you have specified both.";
    }

    private static CloudWatchException invalid(Object value, String parameter) {
        return CloudWatchException.invalidValue("The value " + value + " for parameter " + parameter + " is invalid.");
    }

    private static String shortened(String text) {
        return text.length() > MAX_NAME ? text.substring(0, MAX_NAME) + "..." : text;
    }
}
