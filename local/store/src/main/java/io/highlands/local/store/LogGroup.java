// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * Name and retention of what CloudWatch Logs keeps together.
 *
 * @param name such as {@code /highlands/local/service-a}
 * @param created when it was first named
 * @param retentionDays how long its events can be read, in days; empty means as long as the store keeps them
 */
public record LogGroup(String name, Instant created, OptionalInt retentionDays) {}
