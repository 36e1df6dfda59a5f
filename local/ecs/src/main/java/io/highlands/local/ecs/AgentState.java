// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

/** How the tracing sidecar beside a task fares. */
public enum AgentState {

    /** It answers. */
    ANSWERING,
    /** It runs and answers no more. */
    SILENT,
    /** Its process has ended, and is not restarted. */
    GONE
}
