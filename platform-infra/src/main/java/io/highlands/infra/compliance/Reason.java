// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.compliance;

import java.util.List;

/**
 * Why a finding of cdk-nag is accepted.
 *
 * @param rule
 *            the rule, such as AwsSolutions-ECS2
 * @param part
 *            the stack it is accepted in: base, refresh, observability, game-days, or service for each of them
 * @param path
 *            construct within the stack, its children included
 * @param details
 *            what exactly is accepted, for rules that find many things; none: all of the rule there
 * @param text
 *            why
 */
record Reason(String rule, String part, String path, List<String> details, String text) {}
