// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.util.List;

/**
 * The requests that the platform sends to its own load balancer.
 *
 * @param perSecond requests a second now; 0 when none are sent
 * @param sent requests that were sent since the start
 * @param good of those, responses with status 200
 * @param failed of those, other responses and requests without a response
 * @param skipped requests that were not sent because too many had no response yet
 * @param paths what it asks for in turn: an example of each public path, with its query
 */
public record LoadStatus(double perSecond, long sent, long good, long failed, long skipped, List<String> paths) {

    public LoadStatus {
        paths = List.copyOf(paths);
    }
}
