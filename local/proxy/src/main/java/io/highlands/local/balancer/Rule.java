// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.util.List;

/**
 * A listener rule.
 *
 * @param priority its place in the order of evaluation, lowest first
 * @param paths path patterns, of which one must match; empty matches every path
 * @param action what to do then
 */
public record Rule(int priority, List<String> paths, Action action) {}
