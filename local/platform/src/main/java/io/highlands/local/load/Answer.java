// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.load;

/**
 * What became of one request.
 *
 * @param path that was asked for, without its query
 * @param status of the answer; 0 when there was none
 * @param millis until it was read, or given up
 */
public record Answer(String path, int status, double millis) {

    /** Whether it is what the route returns when all is healthy. */
    public boolean good() {
        return status == 200;
    }
}
