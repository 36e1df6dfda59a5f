// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.time.Duration;

import io.highlands.cloudwatch.model.search.SearchException;
import io.highlands.cloudwatch.model.search.SearchExpression;
import io.highlands.cloudwatch.model.statistics.Statistic;

/** SEARCH('query', 'statistic', period): whatever metrics fit, at the moment of asking. */
final class SearchFunction {

    private SearchFunction() {
    }

    static Value apply(Arguments arguments) {
        SearchExpression query = query(arguments);
        Statistic statistic = statistic(arguments);
        Duration period = arguments.count() == 3 ? period(arguments) : arguments.range().period();
        MetricSearch search = arguments.inputs().search()
                .orElseThrow(() -> arguments.error(0, "finds any number of metrics, and SEARCH is not allowed here"));
        return new Value.SeriesArray(search.find(query, statistic, period));
    }

    private static SearchExpression query(Arguments arguments) {
        try {
            return SearchExpression.parse(arguments.text(0, "a search expression in quotes").strip());
        } catch (SearchException e) {
            throw arguments.error(0, "cannot be read: " + e.getMessage());
        }
    }

    private static Statistic statistic(Arguments arguments) {
        String name = arguments.text(1, "a statistic in quotes");
        try {
            return Statistic.parse(name);
        } catch (IllegalArgumentException e) {
            throw arguments.error(1, "cannot be read: " + e.getMessage());
        }
    }

    private static Duration period(Arguments arguments) {
        double seconds = arguments.scalar(2);
        if (!(seconds >= 1) || seconds != Math.rint(seconds)) {
            throw arguments.error(2, "is a period in whole seconds, not " + seconds);
        }
        return Duration.ofSeconds((long) seconds);
    }
}
