// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

/** What has to happen before a panel that only an incident fills shows anything. */
enum Fault {

    /** The process of a service is killed; its task stays until ECS replaces it. */
    KILL_APP("kill-app"),
    /** The process of a service is stopped by SIGSTOP, and answers nobody. */
    FREEZE("freeze"),
    /** No task of a service is wanted. */
    ZERO_TASKS("zero-tasks"),
    /** A user asks for what is not there or sends what is not allowed. */
    BAD_REQUEST("bad-request"),
    /** Nothing in this platform does it; it is counted so that sums are right if a service ever does. */
    NONE("none");

    private final String id;

    Fault(String id) {
        this.id = id;
    }

    /** The name in <code>incident-panels.json</code>. */
    String id() {
        return id;
    }
}
