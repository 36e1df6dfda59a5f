// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

/**
 * Something that happened in a drill.
 *
 * @param second whole seconds since the faults were injected
 * @param what in words
 */
public record Moment(long second, String what) {}
