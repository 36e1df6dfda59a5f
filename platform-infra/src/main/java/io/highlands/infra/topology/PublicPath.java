// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.List;

/**
 * A path that the load balancer forwards; every other path it answers with 404 itself.
 *
 * @param path
 *            the path as {@link RoutePattern} has it
 * @param calls
 *            what serving the path calls
 */
public record PublicPath(String path, List<Call> calls) {

    /** What it stands for. */
    public RoutePattern route() {
        return new RoutePattern(path);
    }

    public static PublicPath of(String path, Call... calls) {
        return new PublicPath(path, List.of(calls));
    }
}
