// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

/** Why a task was stopped, in ECS's words. */
public enum StopCode {
    /** It could not be started. */
    TaskFailedToStart,
    /** An essential container ended. */
    EssentialContainerExited,
    /** Somebody asked for it. */
    UserInitiated,
    /** The service no longer needs it, or it is unhealthy. */
    ServiceSchedulerInitiated,
    /** The machine under it was lost. */
    TerminationNotice
}
