// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Instant;

/**
 * A line of a log.
 *
 * @param time when it was written, in milliseconds
 * @param ingestionTime when it came here
 * @param stream the log stream
 * @param message the line
 * @param id grows with every event that the store takes, and orders those of one moment
 */
public record LogEvent(Instant time, Instant ingestionTime, String stream, String message, long id) {}
