// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Instant;

/**
 * A log stream: what one container of one task wrote.
 *
 * @param name such as {@code service-a/app/0123456789abcdef}
 * @param firstEvent time of its earliest event that is still known
 * @param lastEvent time of its latest event
 * @param lastIngestion when its latest event came
 */
public record LogStreamInfo(String name, Instant firstEvent, Instant lastEvent, Instant lastIngestion) {}
