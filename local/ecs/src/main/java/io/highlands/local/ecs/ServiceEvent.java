// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Instant;

/**
 * Something that happened to a service.
 *
 * @param at when
 * @param message what, in ECS's own words where ECS has any
 */
public record ServiceEvent(Instant at, String message) {}
