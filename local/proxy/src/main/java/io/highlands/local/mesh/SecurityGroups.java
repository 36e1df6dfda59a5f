// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.util.List;
import java.util.Set;

/**
 * Decides which members of which security groups may connect to which port. A task in local mode has no address of the
 * VPC, so a rule that names addresses opens its group to tasks only when it names all of them.
 */
public final class SecurityGroups {

    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0/0", "::/0");

    private final List<IngressRule> rules;

    /**
     * @param rules the ingress rules of all groups; what no rule allows is denied
     */
    public SecurityGroups(List<IngressRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * {@return whether a member of some groups may connect to a member of others}
     *
     * @param from the groups of the one that connects
     * @param to the groups of the one that listens
     * @param port the port that is connected to
     */
    public boolean allows(Set<String> from, Set<String> to, int port) {
        return rules.stream().anyMatch(rule -> opens(rule, from, to, port));
    }

    private static boolean opens(IngressRule rule, Set<String> from, Set<String> to, int port) {
        if (!to.contains(rule.group()) || port < rule.from() || port > rule.to()) {
            return false;
        }
        return rule.sourceGroupOrNull() != null
                ? from.contains(rule.sourceGroupOrNull())
                : rule.cidrOrNull() != null && EVERYWHERE.contains(rule.cidrOrNull());
    }
}
