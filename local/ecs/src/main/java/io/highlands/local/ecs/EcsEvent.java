// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Instant;

/** Something that ECS tells EventBridge. */
public sealed interface EcsEvent {

    /** {@return when it happened} */
    Instant at();

    /** {@return the service that it happened to} */
    String service();

    /**
     * A task came into another state.
     *
     * @param at when
     * @param service its service
     * @param task the task in its new state
     * @param desiredStatus {@code RUNNING} or {@code STOPPED}
     */
    record TaskStateChange(Instant at, String service, TaskSnapshot task, String desiredStatus) implements EcsEvent {}

    /**
     * A deployment began, was completed or was given up.
     *
     * @param at when
     * @param service its service
     * @param deployment its id
     * @param name {@code SERVICE_DEPLOYMENT_IN_PROGRESS}, {@code SERVICE_DEPLOYMENT_COMPLETED} or
     * {@code SERVICE_DEPLOYMENT_FAILED}
     * @param reason what happened, in ECS's words
     */
    record DeploymentStateChange(Instant at, String service, String deployment, String name,
            String reason) implements EcsEvent {}

    /**
     * A service reached or left a state.
     *
     * @param at when
     * @param service the service
     * @param type {@code INFO}, {@code WARN} or {@code ERROR}
     * @param name such as {@code SERVICE_STEADY_STATE}
     */
    record ServiceAction(Instant at, String service, String type, String name) implements EcsEvent {}
}
