// SPDX-License-Identifier: Apache-2.0
/**
 * What local mode remembers: metrics, logs and the state of alarms and dashboards, in DuckDB files below one folder, opened
 * by one process. A file holds one slice of time, so that retention is dropping files; what a file holds is told by its
 * {@code SliceTables}, which is where another signal would be added.
 */
package io.highlands.local.store;
