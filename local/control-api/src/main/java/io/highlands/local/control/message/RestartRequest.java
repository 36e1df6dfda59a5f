// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

/**
 * The body of {@code POST /restart}, which replaces all tasks of a service, as Amazon ECS's forceNewDeployment does.
 *
 * @param service the service
 */
public record RestartRequest(String service) {}
