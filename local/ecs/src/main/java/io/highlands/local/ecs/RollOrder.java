// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

/** In which order services get their new tasks when changed templates are taken over. */
public enum RollOrder {

    /** As CloudFormation updates stacks that depend on each other: each when the one before is stable. */
    ONE_AFTER_ANOTHER,

    /**
     * All at once, for a change of settings such as the tracing switch: which endpoints exist does not change, and the old
     * tasks serve until the new ones are healthy. Templates that add or remove a service are taken over one after another
     * nevertheless.
     */
    SIDE_BY_SIDE
}
