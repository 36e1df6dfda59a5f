// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.wire;

import java.util.Map;

/**
 * An answer as it goes over the wire.
 *
 * @param status the HTTP status
 * @param headers its headers, the content type among them
 * @param body its bytes
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {}
