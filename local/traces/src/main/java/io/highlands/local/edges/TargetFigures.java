// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

/**
 * What the mesh published of an edge: HTTPCode_Target_* and TargetResponseTime of the caller's proxies.
 *
 * @param answered attempts that the callee answered, with any status; a retried request counts more than once
 * @param failed attempts that the callee answered with a 5xx
 * @param refused attempts that the callee answered with a 4xx
 * @param meanMillis mean time until the callee's first byte; NaN without an answer
 * @param longestMillis the longest time; NaN without an answer
 */
public record TargetFigures(long answered, long failed, long refused, double meanMillis, double longestMillis) {}
