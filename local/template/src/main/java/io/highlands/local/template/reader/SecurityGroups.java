// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.highlands.local.template.SecurityGroupRule;
import io.highlands.local.template.cloudformation.Inventory;
import io.highlands.local.template.cloudformation.Properties;

/** Reads ingress rules, whether they stand in their group or apart. */
final class SecurityGroups {

    private static final int LAST_PORT = 65535;

    private static final List<String> SOURCES = List.of("SourceSecurityGroupId", "CidrIp", "CidrIpv6",
            "SourcePrefixListId");

    /** Protocols of rules that let something in here: TCP by name and number, and all. */
    private static final Set<String> CARRIED = Set.of("tcp", "6", "-1");

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
        oneSource(rule);
        String source = rule.text("SourceSecurityGroupId", null);
        String cidr = rule.text("CidrIp", rule.text("CidrIpv6", null));
        if (source == null && cidr == null) {
            differs(rule, "lets in nobody, since prefix lists are AWS's");
            return;
        }
        if (!CARRIED.contains(protocol)) {
            differs(rule, "does nothing: mesh and load balancer carry TCP");
        }
        rules.add(new SecurityGroupRule(rule.source(), group, source, cidr, Math.max(from, 0),
                from < 0 ? LAST_PORT : to, protocol));
    }

    /**
     * Checks that a rule lets in one source.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html">"You
     *      must specify exactly one of the following sources: an IPv4 address range, an IPv6 address range, a prefix list, or a
     *      security group"</a>
     */
    private static void oneSource(Properties rule) {
        List<String> given = SOURCES.stream().filter(rule::has).toList();
        if (given.size() != 1) {
            throw rule.error("", given.isEmpty()
                    ? "lets in nobody; one of " + String.join(", ", SOURCES) + " must be there"
                    : "has " + String.join(" and ", given) + "; allowed: exactly one of " + String.join(", ", SOURCES));
        }
    }

    private static void differs(Properties rule, String note) {
        List.of("GroupId", "IpProtocol", "FromPort", "ToPort").forEach(name -> rule.differs(name, note));
        SOURCES.forEach(name -> rule.differs(name, note));
    }

    private static int port(Properties rule, String name) {
        return rule.integer(name, -1, LAST_PORT);
    }
}
