// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

/**
 * An answer that the forwarder gives itself.
 *
 * @param status the status code
 * @param contentType the media type of the body
 * @param body the body
 */
public record LocalAnswer(int status, String contentType, String body) {}
