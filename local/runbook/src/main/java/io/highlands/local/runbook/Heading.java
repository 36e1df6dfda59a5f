// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

/**
 * A heading of the second level, which begins a section.
 *
 * @param text its words
 * @param line where, from 1
 * @param empty whether nothing stands below it
 */
public record Heading(String text, int line, boolean empty) {}
