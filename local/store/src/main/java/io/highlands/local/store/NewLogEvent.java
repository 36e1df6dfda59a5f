// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Instant;

/**
 * A line on its way into a log.
 *
 * @param time when it was written; kept to the millisecond
 * @param message the line
 */
public record NewLogEvent(Instant time, String message) {}
