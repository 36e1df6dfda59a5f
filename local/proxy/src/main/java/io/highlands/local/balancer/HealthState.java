// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import io.highlands.local.balancer.TargetHealth.State;

/**
 * The health of one target, from the results of its checks. One success makes a new target healthy; an unhealthy one needs
 * as many in a row as the threshold says. A new target is checked often, so its failures count once an interval: it becomes
 * unhealthy when it would in AWS.
 */
final class HealthState {

    private final TargetGroupOptions options;
    private State state = State.INITIAL;
    private String reason = "Elb.RegistrationInProgress: Target registration is in progress";
    private int inARow;
    private long countedAt;

    HealthState(TargetGroupOptions options, long nowNanos) {
        this.options = options;
        this.countedAt = nowNanos;
    }

    TargetHealth health() {
        return new TargetHealth(state, reason);
    }

    State state() {
        return state;
    }

    void succeeded() {
        inARow = state == State.UNHEALTHY ? inARow + 1 : 0;
        if (state == State.INITIAL || inARow >= options.healthyThreshold()) {
            state = State.HEALTHY;
            inARow = 0;
        }
        if (state == State.HEALTHY) {
            reason = "";
        }
    }

    void failed(String why, long nowNanos) {
        reason = why;
        if (state == State.UNHEALTHY) {
            inARow = 0;
            return;
        }
        if (state == State.INITIAL) {
            if (nowNanos - countedAt < options.interval().toNanos()) {
                return;
            }
            countedAt = nowNanos;
        }
        inARow++;
        if (inARow >= options.unhealthyThreshold()) {
            state = State.UNHEALTHY;
            inARow = 0;
        }
    }

    void drain() {
        state = State.DRAINING;
        reason = "Target.DeregistrationInProgress: Target deregistration is in progress";
    }
}
