// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

/**
 * The body of {@code POST /detach}: a service's own tasks take the place of an attached process again.
 *
 * @param service the service
 */
public record DetachRequest(String service) {}
