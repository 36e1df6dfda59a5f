// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import io.highlands.cloudwatch.model.math.MathExpression;
import io.highlands.cloudwatch.model.math.MathQueries;
import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Statistic;

/** Reads the rows of {@code metrics}, each of which may repeat what stands in the row above. */
final class RowParser {

    /**
     * What a row has from its widget.
     *
     * @param statistic the widget's {@code stat}
     * @param period the widget's {@code period} in seconds
     */
    record Inherited(String statistic, int period) {}

    private final Inherited inherited;
    private final Substitution substitution;
    private final Set<String> ids = new HashSet<>();
    private List<String> above = List.of();
    private int number;

    RowParser(Inherited inherited, Substitution substitution) {
        this.inherited = inherited;
        this.substitution = substitution;
    }

    Optional<MetricRow> row(Node node) {
        number++;
        if (!node.json().isArray() || node.json().isEmpty()) {
            node.error("Should be an array of a namespace, a metric and its dimensions, or of an expression");
            return Optional.empty();
        }
        Node last = node.at(node.json().size() - 1);
        Node options = last.json().isObject() ? last : new Node(node.json().path("none"), last.path(), node.messages());
        if (node.json().size() == 1 && options.at("expression").there()) {
            return Optional.of(expression(options));
        }
        return metric(node, options);
    }

    private MetricRow expression(Node options) {
        options.only("expression", "label", "id", "color", "period", "stat", "visible", "yAxis", "region", "accountId");
        String text = options.at("expression").text("");
        int period = inherited.period();
        try {
            period = MathExpression.parse(text).references().isEmpty() ? inherited.period() : 0;
        } catch (IllegalArgumentException e) {
            options.at("expression").warn(e.getMessage());
        }
        return made(options, Optional.empty(), Optional.of(text), period(options.at("period"), period));
    }

    private Optional<MetricRow> metric(Node node, Node options) {
        options.only("label", "id", "color", "period", "stat", "visible", "yAxis", "region", "accountId");
        List<String> words = words(node, node.json().size() - (options.there() ? 1 : 0));
        if (words.size() < 2 || words.size() % 2 != 0) {
            node.error("Should have a namespace, a metric and pairs of dimension name and value, not " + words);
            return Optional.empty();
        }
        above = words;
        Map<String, String> dimensions = new LinkedHashMap<>();
        for (int i = 2; i < words.size(); i += 2) {
            dimensions.put(words.get(i), substitution.property(words.get(i), words.get(i + 1)));
        }
        return Optional.of(made(options, Optional.of(new MetricName(words.get(0), words.get(1), dimensions)),
                Optional.empty(), period(options.at("period"), inherited.period())));
    }

    private MetricRow made(Node options, Optional<MetricName> metric, Optional<String> expression, int period) {
        String id = options.at("id").text("");
        if (!id.isEmpty()) {
            checkId(options.at("id"), id);
        }
        String statistic = options.at("stat").text(inherited.statistic());
        try {
            Statistic.parse(statistic);
        } catch (IllegalArgumentException e) {
            options.at("stat").error(e.getMessage());
        }
        boolean right = options.at("yAxis").word("left", "left", "right").equals("right");
        return new MetricRow(id.isEmpty() ? "row_" + number : id, metric, expression, options.at("label").text(""),
                options.at("color").colour(""), statistic, period, options.at("visible").truth(true),
                right ? Side.RIGHT : Side.LEFT);
    }

    private void checkId(Node node, String id) {
        try {
            MathQueries.requireId(id);
        } catch (IllegalArgumentException e) {
            node.error(e.getMessage());
        }
        if (!ids.add(id)) {
            node.error("Should be unique among the widget's ids, and '" + id + "' is there twice");
        }
    }

    private List<String> words(Node node, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            JsonNode item = node.json().path(i);
            if (!item.isString()) {
                node.at(i).error("Should be a string, not " + node.at(i).kind());
            }
            String word = item.isString() ? item.stringValue() : "";
            if (word.equals("...")) {
                words.addAll(above.subList(words.size(), Math.max(words.size(), above.size() - (count - i - 1))));
            } else if (word.equals(".") && words.size() < above.size()) {
                words.add(above.get(words.size()));
            } else {
                words.add(word);
            }
        }
        return words;
    }

    /** A period in seconds: 1, 5, 10, 20, 30 or a multiple of 60. */
    static int period(Node node, int fallback) {
        int period = node.whole(fallback, 1, 86_400 * 30);
        if (period != fallback && period % 60 != 0 && !Set.of(1, 5, 10, 20, 30).contains(period)) {
            node.error("Should be 1, 5, 10, 20, 30 or a multiple of 60, not " + period);
        }
        return period;
    }
}
