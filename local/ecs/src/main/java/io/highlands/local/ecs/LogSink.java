// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

/** Takes what containers and proxies write. It is called by the thread that reads their output, and must not block. */
@FunctionalInterface
public interface LogSink {

    /** The name under which a task's proxy writes. */
    String PROXY = "ecs-service-connect";

    /** Takes nothing. */
    LogSink NONE = (service, taskId, container, line) -> {};

    /**
     * Takes a line.
     *
     * @param service the service
     * @param taskId the task
     * @param container the container, or {@link #PROXY} for the access log of the task's proxy
     * @param line the line without its end
     */
    void line(String service, String taskId, String container, String line);
}
