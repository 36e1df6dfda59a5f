// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

/**
 * What a container waits for before it starts.
 *
 * @param container name of the other container
 * @param condition the state that it must be in
 */
public record Dependency(String container, Condition condition) {

    /** State of the container that is waited for, as ECS names it. */
    public enum Condition {
        /** It was started. */
        START,
        /** It ended, whatever its exit code. */
        COMPLETE,
        /** It ended with exit code 0. */
        SUCCESS,
        /** Its health check passed. */
        HEALTHY
    }
}
