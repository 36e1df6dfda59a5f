// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

/**
 * The body of {@code POST /scale}, which changes how many tasks of a service are wanted.
 *
 * @param service the service
 * @param count the number of tasks
 */
public record ScaleRequest(String service, int count) {}
