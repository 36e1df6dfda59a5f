// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.board;

import io.highlands.local.cloudwatch.dashboards.Axis;
import io.highlands.local.cloudwatch.dashboards.LogWidget;
import io.highlands.local.cloudwatch.dashboards.MetricWidget;

/**
 * What a widget says about the look of its chart.
 *
 * @param title what stands above it
 * @param stacked whether lines are stacked as areas
 * @param legend {@code bottom}, {@code right} or {@code hidden}
 * @param left the left axis
 * @param right the right axis
 */
record ChartLook(String title, boolean stacked, String legend, Axis left, Axis right) {

    static ChartLook of(MetricWidget widget) {
        return new ChartLook(widget.title(), widget.stacked(), widget.legend(), widget.left(), widget.right());
    }

    static ChartLook of(LogWidget widget) {
        return new ChartLook(widget.title(), widget.stacked(), "bottom", Axis.AUTOMATIC, Axis.AUTOMATIC);
    }
}
