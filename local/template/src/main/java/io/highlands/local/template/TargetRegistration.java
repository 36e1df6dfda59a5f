// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

/**
 * An entry of a service's {@code LoadBalancers}: each task is registered in a target group.
 *
 * @param targetGroup ARN of the target group, see {@link TargetGroupSpec#arn()}
 * @param containerName the container that takes the traffic
 * @param containerPort its port
 */
public record TargetRegistration(String targetGroup, String containerName, int containerPort) {}
