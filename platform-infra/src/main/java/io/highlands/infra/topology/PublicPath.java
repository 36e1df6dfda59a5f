// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.List;

/**
 * A path that the load balancer forwards; every other path it answers with 404 itself.
 *
 * @param path
 *            the path as {@link RoutePattern} has it
 * @param example
 *            a path that it matches, with its query: what the steady load calls
 * @param calls
 *            what serving the path calls
 */
public record PublicPath(String path, String example, List<Call> calls) {

    /** What it stands for. */
    public RoutePattern route() {
        return new RoutePattern(path);
    }

    /** A path that is its own example. */
    public static PublicPath of(String path, Call... calls) {
        return new PublicPath(path, path, List.of(calls));
    }

    /** The same with that example. */
    public PublicPath withExample(String other) {
        return new PublicPath(path, other, calls);
    }
}
