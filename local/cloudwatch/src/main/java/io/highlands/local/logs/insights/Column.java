// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

/**
 * An expression with the name of its column.
 *
 * @param name its alias, or the expression as the query writes it
 * @param expression what it computes
 */
record Column(String name, Expression expression) {}
