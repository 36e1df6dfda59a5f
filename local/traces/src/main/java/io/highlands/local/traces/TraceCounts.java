// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces;

/**
 * How the intake of spans fares since the start.
 *
 * @param stored spans that were taken
 * @param dropped spans that were turned away, because the store was behind or because they began before what it keeps or
 *            more than a day ahead
 */
public record TraceCounts(long stored, long dropped) {}
