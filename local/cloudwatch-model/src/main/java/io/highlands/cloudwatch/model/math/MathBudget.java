// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.util.List;

import io.highlands.cloudwatch.model.series.TimeSeries;

/**
 * How much the expressions of one request may compute. Expressions that use each other multiply: thirty of {@code [m, m]} make a
 * thousand million series. What a step would make is counted before it is made.
 */
public final class MathBudget {

    /**
     * Most series in one array.
     *
     * @see <a href="https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cloudwatch.SearchExpressionProps.html">"It can
     *      return up to 500 time series"</a>
     */
    public static final int MAX_SERIES = 500;

    /** Most data points that the expressions of one request compute, results in between included: 24 MB. */
    public static final int MAX_POINTS = 1_500_000;

    /** Most data points, and names of metrics, that they look at: about a second of work. */
    private static final long MAX_READ = 50_000_000;

    private long points;

    private long read;

    /** Counts series that an array would have, before it has them. */
    static void requireSeries(int position, long series) {
        if (series > MAX_SERIES) {
            throw new MathException(position, "An array holds at most " + MAX_SERIES + " time series, not " + series);
        }
    }

    /** Counts data points before they are computed. */
    void take(int position, long computed) {
        read(position, computed);
        points += computed;
        if (points > MAX_POINTS) {
            throw new MathException(position, "The expressions of a request compute at most " + MAX_POINTS
                    + " data points");
        }
    }

    /**
     * Counts data points or names that are looked at.
     *
     * @param position where in the expression, from 0
     * @param looked how many
     * @throws MathException when the request's expressions look at too many
     */
    public void read(int position, long looked) {
        read += looked;
        if (read > MAX_READ) {
            throw new MathException(position, "The expressions of a request read at most " + MAX_READ + " data points");
        }
    }

    /** The most data points that an operator between two values makes. */
    static long points(Value left, Value right) {
        return points(left) * Math.max(1, series(right)) + points(right) * Math.max(1, series(left));
    }

    static long points(Value value) {
        return switch (value) {
            case Value.Scalar _ -> 0;
            case Value.Series(TimeSeries series) -> series.size();
            case Value.SeriesArray(List<TimeSeries> array) -> array.stream().mapToLong(TimeSeries::size).sum();
        };
    }

    private static long series(Value value) {
        return value instanceof Value.SeriesArray(List<TimeSeries> array) ? array.size() : 1;
    }
}
