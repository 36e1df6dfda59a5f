// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * What StartQuery asks for.
 *
 * @param groups the log groups; those that the query names with {@code SOURCE} come on top
 * @param from first moment wanted
 * @param until first moment no longer wanted
 * @param query in the Logs Insights language
 * @param limit most rows where the query has no {@code limit}; 10,000 without one
 */
public record QueryRequest(List<String> groups, Instant from, Instant until, String query, OptionalInt limit) {}
