// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.time.Duration;

/**
 * A target group of IP targets.
 *
 * @param id how rules refer to it
 * @param name its name, for counters and messages
 * @param path the path of the health check
 * @param healthPort the port of the health check; 0 is the port that takes the traffic
 * @param interval time between health checks; AWS's default is 30 s
 * @param timeout how long a health check may take; AWS's default is 5 s
 * @param healthyThreshold successes in a row that make an unhealthy target healthy; AWS's default is 5
 * @param unhealthyThreshold failures in a row that make a target unhealthy; AWS's default is 2
 * @param matcher status codes that are a success, such as {@code 200}, {@code 200,202} or {@code 200-299}
 * @param deregistrationDelay how long a deregistered target may finish what it has; AWS's default is 300 s
 */
public record TargetGroupOptions(String id, String name, String path, int healthPort, Duration interval,
        Duration timeout, int healthyThreshold, int unhealthyThreshold, String matcher, Duration deregistrationDelay) {}
