// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

/** Takes what containers write. It is called by the thread that reads a container's output, and must not block. */
@FunctionalInterface
public interface LogSink {

    /** Takes nothing. */
    LogSink NONE = (service, taskId, container, line) -> {};

    /**
     * Takes a line.
     *
     * @param service the service
     * @param taskId the task
     * @param container the container
     * @param line the line without its end
     */
    void line(String service, String taskId, String container, String line);
}
