// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.util.List;

import io.highlands.cloudwatch.model.series.TimeSeries;

/** What a part of an expression computes to: CloudWatch's types S, TS and TS[]. */
sealed interface Value {

    /** How AWS's tables abbreviate the type. */
    String type();

    /** S: a number, the same at all times; NaN when there is none, such as the maximum of an empty series. */
    record Scalar(double value) implements Value {

        @Override
        public String type() {
            return "S";
        }
    }

    /** TS: one series. */
    record Series(TimeSeries series) implements Value {

        @Override
        public String type() {
            return "TS";
        }
    }

    /** TS[]: any number of series. */
    record SeriesArray(List<TimeSeries> series) implements Value {

        @Override
        public String type() {
            return "TS[]";
        }
    }
}
