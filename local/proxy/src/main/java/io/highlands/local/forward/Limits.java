// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.time.Duration;

/**
 * The limits of one request.
 *
 * @param connect how long making a connection may take
 * @param perRequest how long the request may take, all attempts together, from the end of its body; zero disables it
 * @param idle how long no byte may move in either direction; zero disables it
 * @param replay the largest body in bytes that is kept so that it can be sent again
 * @param maxBody the largest body in bytes that is taken at all
 */
public record Limits(Duration connect, Duration perRequest, Duration idle, int replay, long maxBody) {}
