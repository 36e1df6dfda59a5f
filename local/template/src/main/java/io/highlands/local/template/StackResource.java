// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

/**
 * A resource that a stack has created.
 *
 * @param source where it is declared
 * @param type for example {@code AWS::ECS::Service}
 * @param physicalId the name, id or ARN that AWS knows it by
 */
public record StackResource(Source source, String type, String physicalId) {}
