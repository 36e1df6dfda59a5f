// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.grammar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Rules of the rows of {@code metrics}: namespace, name, dimensions and options, or an expression. */
final class MetricRowRules {

    private static final int MAX_DIMENSIONS = 30;
    private static final String ID = "[a-z][A-Za-z0-9_]{0,254}";

    private final Member widget;
    private final Set<String> ids = new HashSet<>();
    private final List<String> expressions = new ArrayList<>();

    MetricRowRules(Member widget) {
        this.widget = widget;
    }

    void check(List<?> rows) {
        List<?> above = List.of();
        for (int index = 0; index < rows.size(); index++) {
            String where = "metrics[" + index + "]";
            if (rows.get(index) instanceof List<?> row) {
                above = row(where, row, above);
            } else {
                widget.fault("%s is %s, allowed is a list".formatted(where, Texts.of(rows.get(index))));
            }
        }
        insights();
        expressions.forEach(this::references);
    }

    private List<?> row(String where, List<?> row, List<?> above) {
        if (row.isEmpty()) {
            widget.fault(where + " is empty");
            return above;
        }
        boolean hasOptions = row.getLast() instanceof Map;
        List<?> names = hasOptions ? row.subList(0, row.size() - 1) : row;
        if (hasOptions) {
            options(widget.part(where, row.getLast()), names.isEmpty());
        }
        return names.isEmpty() ? above : metric(where, names, above);
    }

    private List<?> metric(String where, List<?> names, List<?> above) {
        if (!names.stream().allMatch(String.class::isInstance)) {
            widget.fault("%s holds %s, allowed are strings and, last, an object".formatted(where, Texts
                    .of(names.stream().filter(name -> !(name instanceof String)).findFirst().orElse(null))));
            return above;
        }
        List<?> full = repeated(where, names, above);
        if (full.size() < 2 || full.size() % 2 != 0) {
            widget.fault("%s has %d names, allowed are namespace, metric and pairs of dimension and value"
                    .formatted(where, full.size()));
        }
        if (full.size() > 2 + 2 * MAX_DIMENSIONS) {
            widget.fault("%s has %d dimensions, allowed are %d".formatted(where, full.size() / 2 - 1,
                    MAX_DIMENSIONS));
        }
        return full;
    }

    /** The row with what "." and "..." repeat of the row above. */
    private List<?> repeated(String where, List<?> names, List<?> above) {
        List<Object> full = new ArrayList<>();
        for (Object name : names) {
            if ("...".equals(name)) {
                int rest = names.size() - 1 - names.indexOf(name);
                full.addAll(above.subList(Math.min(full.size(), above.size()), Math.max(full.size(),
                        above.size() - rest)));
            } else if (".".equals(name) && full.size() >= above.size()) {
                widget.fault(where + " repeats what the row above has not");
                full.add(name);
            } else {
                full.add(".".equals(name) ? above.get(full.size()) : name);
            }
        }
        return full;
    }

    private void options(Member options, boolean expression) {
        options.only("id", "expression", "label", "color", "stat", "period", "visible", "yAxis", "region", "accountId");
        options.matching("id", ID, "begin with a lower-case letter").filter(id -> !ids.add(id))
                .ifPresent(id -> options.fault("id " + Texts.of(id) + " is taken"));
        options.text("label");
        options.matching("color", AnnotationRules.COLOR, AnnotationRules.COLORS);
        options.matching("stat", StatisticNames.PATTERN, "are CloudWatch's statistics");
        options.period();
        options.flag("visible");
        options.enumerated("yAxis", "left", "right");
        options.text("region");
        options.matching("accountId", "\\d{12}", "are twelve digits");
        if (expression) {
            options.required("expression");
        } else if (options.has("expression")) {
            options.fault("expression and a metric exclude each other");
        }
        options.text("expression").ifPresent(expressions::add);
    }

    private void insights() {
        long queries = expressions.stream().filter(MetricRowRules::isInsights).count();
        if (queries > 1) {
            widget.fault("metrics hold %d Metrics Insights queries, allowed is one".formatted(queries));
        }
    }

    private void references(String expression) {
        if (isInsights(expression)) {
            return;
        }
        for (String id : Identifiers.of(expression)) {
            if (!ids.contains(id)) {
                widget.fault("expression %s uses id %s, and no row has it".formatted(Texts.of(expression), id));
            }
        }
    }

    private static boolean isInsights(String expression) {
        return expression.strip().toUpperCase(Locale.ROOT).startsWith("SELECT ");
    }
}
