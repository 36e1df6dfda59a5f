// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.time.Instant;

/**
 * A log event as a query sees it.
 *
 * @param log the log group, {@code @log} without the account
 * @param stream the stream, {@code @logStream}
 * @param time when it was written, {@code @timestamp}
 * @param ingested when it arrived, {@code @ingestionTime}
 * @param message the line, {@code @message}; where it is a JSON object its members are fields
 */
public record LogRecord(String log, String stream, Instant time, Instant ingested, String message) {}
