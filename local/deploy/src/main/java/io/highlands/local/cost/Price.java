// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cost;

/**
 * What AWS takes for one unit of something, with its source.
 *
 * @param usd dollars for one unit
 * @param unit what is paid for
 * @param published when the source published it: a day, a month or a year
 * @param source where it was read
 * @param verified whether the source states it for the list's own Region
 */
public record Price(double usd, String unit, String published, String source, boolean verified) {}
