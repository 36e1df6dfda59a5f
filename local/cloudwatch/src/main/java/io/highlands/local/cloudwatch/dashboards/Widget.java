// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

/** One panel of a dashboard, as its body declares it. */
public sealed interface Widget permits MetricWidget, TextWidget, LogWidget, AlarmWidget, OtherWidget {

    /**
     * Where it lies.
     *
     * @return its place on the grid
     */
    Place place();

    /**
     * What stands above it.
     *
     * @return the title, empty without one
     */
    String title();
}
