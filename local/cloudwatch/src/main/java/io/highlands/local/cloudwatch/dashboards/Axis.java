// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.util.OptionalDouble;

/**
 * A vertical axis.
 *
 * @param min lowest value shown, automatic without one
 * @param max highest value shown, automatic without one
 * @param label what the axis shows, empty without one
 * @param showUnits whether the metrics' units are written beside it (default true)
 */
public record Axis(OptionalDouble min, OptionalDouble max, String label, boolean showUnits) {

    /** An axis of which the body says nothing. */
    public static final Axis AUTOMATIC = new Axis(OptionalDouble.empty(), OptionalDouble.empty(), "", true);
}
