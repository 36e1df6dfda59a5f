// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.time.Instant;
import java.util.Optional;

/**
 * A line at a moment.
 *
 * @param at the moment
 * @param label what happened, empty without one
 * @param colour as the body says ({@code #rrggbb}), or CloudWatch's default for annotations
 * @param fill which side is shaded: {@code before}, {@code after} or {@code none}
 * @param bandUntil the other edge where the line is one edge of a band
 */
public record VerticalLine(Instant at, String label, String colour, String fill, Optional<Instant> bandUntil) {}
