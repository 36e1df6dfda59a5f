// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Instant;

/**
 * Something that happened in a rehearsal.
 *
 * @param at when
 * @param what in words
 */
public record Event(Instant at, String what) {}
