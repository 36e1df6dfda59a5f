// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.List;

/**
 * A statement with effect {@code Allow} in the policy of a service's task role.
 *
 * @param actions
 *            actions of IAM such as {@code s3:GetObject}
 * @param resources
 *            ARNs, or {@code *} for actions that have no resource
 */
public record AllowStatement(List<String> actions, List<String> resources) {}
