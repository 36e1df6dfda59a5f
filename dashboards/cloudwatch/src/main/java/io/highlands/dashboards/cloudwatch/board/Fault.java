// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

/** What has to happen before a panel that only an incident fills shows anything. */
enum Fault {

    /** The process of a service is killed; its task stays until ECS replaces it. */
    KILL_APP("kill-app"),
    /** No task of a service is wanted. */
    ZERO_TASKS("zero-tasks"),
    /** Somebody asks a service for a path that it does not have, or sends it a value that is too long. */
    BAD_REQUEST("bad-request");

    private final String id;

    Fault(String id) {
        this.id = id;
    }

    /** The name in {@code incident-panels.json}. */
    String id() {
        return id;
    }
}
