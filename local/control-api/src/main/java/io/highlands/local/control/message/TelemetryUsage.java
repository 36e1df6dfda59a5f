// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

/**
 * What the store of metrics, logs and traces holds.
 *
 * @param bytes the size of its files
 * @param dropped samples and log events that were refused or given up since the start
 * @param problem what is wrong at the moment, in one line; empty when nothing is
 * @param droppedLogLines log lines of containers and proxies that did not reach their log groups since the start
 */
public record TelemetryUsage(long bytes, long dropped, String problem, long droppedLogLines) {}
