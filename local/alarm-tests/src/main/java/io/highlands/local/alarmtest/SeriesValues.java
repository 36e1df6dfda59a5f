// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.alarmtest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.highlands.cloudwatch.model.statistics.Distribution;

/**
 * Reads the values of a series in promtool's expanding notation: {@code 1+2x3} is 1 3 5 7, {@code 5x2} is 5 5 5, {@code _}
 * is missing, {@code _x3} is three missing. CloudWatch's own addition is {@code [0.1*80 3*20]}, a hundred samples within one
 * interval; {@code x3} repeats it.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series">promtool, series</a>
 */
final class SeriesValues {

    /** A month of minutes, and more. */
    static final int MAX_VALUES = 50_000;

    private static final String DIGITS = "(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?";
    private static final Pattern WORD = Pattern.compile("\\[[^\\]]*\\]\\S*|\\S+");
    private static final Pattern NUMBER = Pattern
            .compile("([+-]?" + DIGITS + ")(?:([+-]" + DIGITS + ")?x(\\d{1,6}))?");
    private static final Pattern MISSING = Pattern.compile("_(?:x(\\d{1,6}))?");
    private static final Pattern SAMPLES = Pattern.compile("\\[([^\\]]+)\\](?:x(\\d{1,6}))?");
    private static final Pattern SAMPLE = Pattern.compile("([+-]?" + DIGITS + ")(?:\\*(\\d{1,9}))?");

    private final Function<String, AlarmTestException> errors;
    private final List<Distribution> values = new ArrayList<>();

    private SeriesValues(Function<String, AlarmTestException> errors) {
        this.errors = errors;
    }

    /**
     * Reads the notation.
     *
     * @param text the notation
     * @param errors says where it is
     * @return the samples of each interval; none where they are missing
     */
    static List<Distribution> parse(String text, Function<String, AlarmTestException> errors) {
        SeriesValues read = new SeriesValues(errors);
        WORD.matcher(text).results().forEach(word -> read.word(word.group()));
        if (read.values.isEmpty()) {
            throw errors.apply("there is no value; allowed: such as '1 2 _ 4', '1+2x3', '5x10', '_x10'");
        }
        return List.copyOf(read.values);
    }

    private void word(String word) {
        Matcher number = NUMBER.matcher(word);
        Matcher missing = MISSING.matcher(word);
        Matcher samples = SAMPLES.matcher(word);
        if (number.matches()) {
            double first = Double.parseDouble(number.group(1));
            double step = number.group(2) == null ? 0 : Double.parseDouble(number.group(2));
            int more = count(number.group(3), 0);
            for (int i = 0; i <= more; i++) {
                add(Distribution.of(finite(first + i * step, word)), word);
            }
        } else if (missing.matches()) {
            repeat(Distribution.EMPTY, count(missing.group(1), 1), word);
        } else if (samples.matches()) {
            repeat(samples(samples.group(1), word), 1 + count(samples.group(2), 0), word);
        } else {
            throw errors
                    .apply("'" + word + "' is no value; allowed: such as 5, 1+2x3, 5x10, _, _x10, [0.1*80 3*20]x10");
        }
    }

    private Distribution samples(String text, String word) {
        List<Distribution> parts = new ArrayList<>();
        for (String part : text.strip().split("\\s+")) {
            Matcher sample = SAMPLE.matcher(part);
            if (!sample.matches() || count(sample.group(2), 1) == 0) {
                throw errors.apply("'" + part + "' in '" + word
                        + "' is no sample; allowed: such as 0.1, or 0.1*80 for eighty of them");
            }
            parts.add(Distribution.of(new double[]{finite(Double.parseDouble(sample.group(1)), word)},
                    new double[]{count(sample.group(2), 1)}));
        }
        return Distribution.merge(parts);
    }

    private void repeat(Distribution value, int times, String word) {
        for (int i = 0; i < times; i++) {
            add(value, word);
        }
    }

    private void add(Distribution value, String word) {
        if (values.size() == MAX_VALUES) {
            throw errors.apply("'" + word + "' makes more than " + MAX_VALUES + " values; allowed: up to "
                    + MAX_VALUES);
        }
        values.add(value);
    }

    private double finite(double value, String word) {
        if (!Double.isFinite(value)) {
            throw errors.apply("'" + word + "' is too large; allowed: what a double holds");
        }
        return value;
    }

    private static int count(String digits, int standard) {
        return digits == null ? standard : Integer.parseInt(digits);
    }
}
