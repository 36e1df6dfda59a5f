// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

import io.highlands.local.logs.insights.QueryAnswer;

/**
 * How far a started query is (GetQueryResults).
 *
 * @param id the query
 * @param state {@code Running}, {@code Complete}, {@code Failed}, {@code Cancelled} or {@code Timeout} (API_GetQueryResults)
 * @param answer what has been found; without rows while the query runs
 */
public record QueryStatus(String id, String state, QueryAnswer answer) {}
