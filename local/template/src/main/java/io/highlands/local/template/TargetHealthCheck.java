// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.time.Duration;

/**
 * How a target group checks its targets.
 *
 * @param path path that is asked for; default {@code /}
 * @param port port that is asked, or null for the port of the traffic
 * @param interval time between two checks; default 30 s
 * @param timeout time after which a check counts as failed; default 5 s
 * @param healthyThreshold successes in a row that make a target healthy; default 5
 * @param unhealthyThreshold failures in a row that make a target unhealthy; default 2
 * @param matcher statuses that count as success, for example {@code 200} or {@code 200-299,301}; default {@code 200}
 */
public record TargetHealthCheck(String path, Integer port, Duration interval, Duration timeout, int healthyThreshold,
        int unhealthyThreshold, String matcher) {}
