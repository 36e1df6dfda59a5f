// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

/** ECS's deployment circuit breaker: half of the desired tasks, but at least 3 and at most 200, may fail. */
final class CircuitBreaker {

    private static final int LEAST = 3;
    private static final int MOST = 200;

    private CircuitBreaker() {
    }

    static int threshold(int desired) {
        return Math.clamp(Math.ceilDiv(desired, 2), LEAST, MOST);
    }
}
