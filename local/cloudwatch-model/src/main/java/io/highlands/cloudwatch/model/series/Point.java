// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.series;

import java.time.Instant;

/**
 * One value of a series.
 *
 * @param time start of the period that the value stands for
 * @param value the value, always finite
 */
public record Point(Instant time, double value) {}
