// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.search.SearchException;
import io.highlands.cloudwatch.model.search.SearchExpression;
import io.highlands.local.cloudwatch.dashboards.DashboardBody;
import io.highlands.local.cloudwatch.dashboards.MetricRow;
import io.highlands.local.cloudwatch.dashboards.MetricWidget;

/**
 * The metrics and searches of a dashboard.
 *
 * @param series its metrics
 * @param searches its searches
 */
record Used(List<DeclaredSeries> series, List<DeclaredSearch> searches) {

    private static final Pattern SEARCH = Pattern.compile("SEARCH\\s*\\(\\s*(?:'([^']*)'|\"([^\"]*)\")");

    static Used by(String name, String body) {
        List<DeclaredSeries> series = new ArrayList<>();
        List<DeclaredSearch> searches = new ArrayList<>();
        for (var widget : DashboardBody.parse(body).widgets()) {
            if (widget instanceof MetricWidget chart) {
                String where = "dashboard " + name + ", '" + chart.title() + "'";
                for (MetricRow row : chart.rows()) {
                    row.metric().ifPresent(metric -> series.add(new DeclaredSeries(metric, where)));
                    row.expression().ifPresent(text -> searches.addAll(searches(text, where)));
                }
            }
        }
        return new Used(series, searches);
    }

    private static List<DeclaredSearch> searches(String expression, String where) {
        List<DeclaredSearch> found = new ArrayList<>();
        Matcher matcher = SEARCH.matcher(expression);
        while (matcher.find()) {
            String text = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            try {
                found.add(new DeclaredSearch(SearchExpression.parse(text), where));
            } catch (SearchException e) {
                throw new VerifyException(where + ": " + e.getMessage());
            }
        }
        return found;
    }

    /** What the dashboard draws, without the values that differ between accounts: namespaces, names and dimension names. */
    Set<String> shape() {
        Set<String> shape = new TreeSet<>();
        series.forEach(each -> shape.add(shape(each.metric())));
        return shape;
    }

    private static String shape(MetricName metric) {
        return metric.namespace() + " " + metric.name() + " by " + new TreeSet<>(metric.dimensions().keySet());
    }
}
