// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.util.List;

/**
 * A listener of the load balancer.
 *
 * @param source where it is declared
 * @param port port in AWS
 * @param protocol {@code HTTP} or {@code HTTPS}
 * @param defaultAction what happens to a request that no rule matches
 * @param rules the rules by rising priority
 */
public record ListenerSpec(Source source, int port, String protocol, ListenerAction defaultAction,
        List<RuleSpec> rules) {

    /** Copies the list. */
    public ListenerSpec {
        rules = List.copyOf(rules);
    }
}
