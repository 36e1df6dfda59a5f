// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations;

import java.time.Instant;
import java.util.function.Supplier;

import io.highlands.local.ecs.EcsRuntime;
import io.highlands.local.template.Platform;
import io.highlands.local.template.Stacks;

/**
 * What the operations on the platform's own resources act on.
 *
 * @param runtime what runs
 * @param platform what is declared to run
 * @param stacks the stacks that declare it
 * @param since when it was deployed, as all its resources say
 */
public record Infrastructure(EcsRuntime runtime, Supplier<Platform> platform, Supplier<Stacks> stacks, Instant since) {

    /**
     * Completes an ARN with the platform's Region and account.
     *
     * @param service such as {@code ecs}
     * @param resource such as {@code cluster/highlands-local}
     * @return the ARN in the platform's Region and account
     */
    public String arn(String service, String resource) {
        Platform now = platform.get();
        return "arn:aws:%s:%s:%s:%s".formatted(service, now.region(), now.account(), resource);
    }

    /** {@return where the load balancer answers on this machine, as {@code host:port}, which takes its DNS name's place} */
    public String loadBalancerAddress() {
        return "127.0.0.1:" + runtime.loadBalancerPort();
    }
}
