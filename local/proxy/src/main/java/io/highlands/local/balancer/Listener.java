// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.util.List;

/**
 * A port of the load balancer with its rules.
 *
 * @param port the port on this machine; 0 takes a free one
 * @param rules the rules; the one of the lowest priority that matches decides
 * @param defaultAction what to do when none matches
 */
public record Listener(int port, List<Rule> rules, Action defaultAction) {}
