// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.time.Duration;

/**
 * A target group of IP targets.
 *
 * @param source where it is declared
 * @param arn its ARN, which listeners and services refer to
 * @param name the group's name, at most 32 characters
 * @param port default port of its targets
 * @param protocol {@code HTTP} or {@code HTTPS}
 * @param healthCheck how its targets are checked
 * @param deregistrationDelay how long a removed target may finish requests; default 300 s
 */
public record TargetGroupSpec(Source source, String arn, String name, int port, String protocol,
        TargetHealthCheck healthCheck, Duration deregistrationDelay) {}
