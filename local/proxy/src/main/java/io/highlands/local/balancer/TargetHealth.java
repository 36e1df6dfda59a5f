// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

/**
 * What DescribeTargetHealth says of one target.
 *
 * @param state the state
 * @param reason what AWS calls the reason and its description; empty for a healthy target
 */
public record TargetHealth(State state, String reason) {

    /** The states that AWS knows and that can occur here. */
    public enum State {

        /** Registered, and not yet found healthy. */
        INITIAL,

        /** Takes traffic. */
        HEALTHY,

        /** Failed its health checks. */
        UNHEALTHY,

        /** Deregistered, and still finishing what it has. */
        DRAINING,

        /** Not registered, or no listener forwards to its group. */
        UNUSED
    }
}
