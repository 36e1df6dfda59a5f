// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.verify;

import io.highlands.cloudwatch.model.search.SearchExpression;

/**
 * A search that a dashboard uses.
 *
 * @param expression which metrics it means
 * @param where who uses it, in words
 */
record DeclaredSearch(SearchExpression expression, String where) {}
