// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.load;

import java.time.Instant;

/**
 * What became of one request.
 *
 * @param path that was asked for, without its query
 * @param start when it was sent
 * @param status of the response; 0 when there was none
 * @param millis until it was read, or given up
 * @param detail the failure in words, or the body of a response other than 200; empty for 200
 */
public record Answer(String path, Instant start, int status, double millis, String detail) {

    /** Whether it is what the route returns when all is healthy: 200, or 404 for the page that no service has. */
    public boolean good() {
        return status == 200 || status == 404 && path.equals(LoadProfile.NO_PAGE);
    }
}
