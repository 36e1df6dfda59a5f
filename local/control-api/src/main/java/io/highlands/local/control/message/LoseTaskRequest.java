// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

/**
 * The body of {@code POST /lose}, which loses a task as if its host had failed.
 *
 * @param task its id
 */
public record LoseTaskRequest(String task) {}
