// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.board;

import java.util.List;

import io.highlands.local.cloudwatch.dashboards.TimeWindow;
import io.highlands.local.cloudwatch.dashboards.Widget;
import io.highlands.local.cloudwatch.dashboards.WidgetData;

/** Finds what widgets show: all of a board's at once, since most of the work is in asking the store. */
@FunctionalInterface
public interface WidgetSource {

    /**
     * Evaluates widgets.
     *
     * @param widgets the widgets
     * @param window the stretch of time
     * @return what each of them shows, in their order
     */
    List<WidgetData> evaluate(List<Widget> widgets, TimeWindow window);
}
