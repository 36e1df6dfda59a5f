// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.util.ArrayList;
import java.util.List;

import io.highlands.local.template.SecurityGroupRule;
import io.highlands.local.template.cloudformation.Inventory;
import io.highlands.local.template.cloudformation.Properties;

/** Reads ingress rules, whether they stand in their group or apart. */
final class SecurityGroups {

    private static final int LAST_PORT = 65535;

    private SecurityGroups() {
    }

    static List<SecurityGroupRule> read(Inventory inventory) {
        List<SecurityGroupRule> rules = new ArrayList<>();
        for (Properties group : inventory.all("AWS::EC2::SecurityGroup")) {
            for (Properties rule : group.children("SecurityGroupIngress")) {
                add(rules, rule, group.attribute("GroupId"));
            }
        }
        for (Properties rule : inventory.all("AWS::EC2::SecurityGroupIngress")) {
            add(rules, rule, rule.text("GroupId"));
        }
        return rules;
    }

    private static void add(List<SecurityGroupRule> rules, Properties rule, String group) {
        String protocol = rule.text("IpProtocol");
        boolean everything = protocol.equals("-1");
        int from = everything ? 0 : port(rule, "FromPort");
        int to = everything ? LAST_PORT : port(rule, "ToPort");
        if (from > to) {
            throw rule.error("ToPort", to + " is lower than FromPort " + from);
        }
        String source = rule.text("SourceSecurityGroupId", null);
        String cidr = rule.text("CidrIp", rule.text("CidrIpv6", null));
        if (source == null && cidr == null) {
            if (!rule.has("SourcePrefixListId")) {
                throw rule.error("", "lets in nobody; one of SourceSecurityGroupId, CidrIp, CidrIpv6, "
                        + "SourcePrefixListId must be there");
            }
            rule.differs("SourcePrefixListId", "lets in nobody, since prefix lists are AWS's");
            return;
        }
        rules.add(new SecurityGroupRule(rule.source(), group, source, cidr, Math.max(from, 0),
                from < 0 ? LAST_PORT : to, protocol));
    }

    private static int port(Properties rule, String name) {
        return rule.integer(name, -1, LAST_PORT);
    }
}
