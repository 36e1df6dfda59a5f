// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.util.OptionalDouble;

/**
 * A line across a chart, such as an alarm's threshold.
 *
 * @param value where it lies
 * @param label what it means, empty without one
 * @param colour as the body says ({@code #rrggbb}), or CloudWatch's default for annotations
 * @param fill which side is shaded: {@code above}, {@code below} or {@code none}
 * @param bandUntil the other edge where the line is one edge of a band
 * @param side the axis it belongs to
 */
public record HorizontalLine(double value, String label, String colour, String fill, OptionalDouble bandUntil,
        Side side) {}
