// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A task, with the names and values that Amazon ECS's DescribeTasks uses.
 *
 * @param id its id, 32 hexadecimal digits
 * @param service the service that it belongs to
 * @param lastStatus where it is in its life, such as {@link #RUNNING}
 * @param healthStatus {@code HEALTHY}, {@code UNHEALTHY} or {@code UNKNOWN}
 * @param address the IP address where its proxy listens
 * @param appAddress the IP address where its own process listens
 * @param pid the process of the service's container; 0 or less when it does not run
 * @param stoppedReason why it was stopped, when it was
 * @param targetHealth its state in each target group, separated by {@code ", "}; empty when it is in none
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html">Amazon ECS, Task</a>
 */
public record TaskEntry(String id, String service, String lastStatus, String healthStatus, String address,
        String appAddress, Optional<Long> pid, Optional<String> stoppedReason, String targetHealth) {

    /** The {@code lastStatus} of a task that runs. */
    public static final String RUNNING = "RUNNING";

    /** {@return whether its containers run} */
    public boolean runs() {
        return lastStatus.equals(RUNNING);
    }

    /** {@return the process of the service's container, when it has one} */
    public OptionalLong process() {
        return pid.filter(id -> id > 1).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }
}
