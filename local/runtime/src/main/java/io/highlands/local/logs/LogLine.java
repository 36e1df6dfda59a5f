// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

import java.time.Instant;

/**
 * A line on its way into a log stream.
 *
 * @param time when it was written
 * @param message the line
 */
public record LogLine(Instant time, String message) {}
