// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

/**
 * The response to a request that was refused, with a status of 400 or more.
 *
 * @param error why, in one line for the user
 */
public record ErrorResponse(String error) {}
