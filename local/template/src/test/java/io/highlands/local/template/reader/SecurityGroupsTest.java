// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.Coverage.Entry;
import io.highlands.local.template.Coverage.Status;
import io.highlands.local.template.SecurityGroupRule;

import static io.highlands.local.template.reader.Fixture.BASE;
import static org.assertj.core.api.Assertions.assertThat;

class SecurityGroupsTest {

    @TempDir
    private Path folder;

    @Test
    void aRuleWithinItsGroupIsRead() {
        List<SecurityGroupRule> rules = Fixture.in(folder).read().rules();

        assertThat(rules.getFirst().cidr()).isEqualTo("0.0.0.0/0");
        assertThat(rules.getFirst().fromPort()).isEqualTo(80);
        assertThat(rules.getFirst().sourceGroupId()).isNull();
    }

    @Test
    void aRuleOfItsOwnJoinsTwoGroups() {
        List<SecurityGroupRule> rules = Fixture.in(folder).read().rules();

        assertThat(rules.get(1).sourceGroupId()).isEqualTo(rules.getFirst().groupId());
        assertThat(rules.get(1).groupId()).isNotEqualTo(rules.getFirst().groupId());
        assertThat(rules.get(1).toPort()).isEqualTo(3000);
    }

    @Test
    void allProtocolsMeanAllPorts() {
        SecurityGroupRule rule = Fixture.in(folder)
                .with(BASE, "'FromPort': 80, 'IpProtocol': 'tcp', 'ToPort': 80", "'IpProtocol': '-1'").read().rules()
                .getFirst();

        assertThat(rule.fromPort()).isZero();
        assertThat(rule.toPort()).isEqualTo(65535);
    }

    @Test
    void aMissingRuleIsNoErrorHere() {
        assertThat(Fixture.in(folder).with(BASE, "AWS::EC2::SecurityGroupIngress", "Custom::Rule")
                .read().rules()).hasSize(1);
    }

    @Test
    void aRuleThatLetsInNobodyIsRefused() {
        Fixture.in(folder).with(BASE, "{'CidrIp': '0.0.0.0/0', 'From", "{'From")
                .isRefused("highlands-test-base/BalancerGroup SecurityGroupIngress[0]: lets in nobody; one of "
                        + "SourceSecurityGroupId, CidrIp, CidrIpv6, SourcePrefixListId must be there");
    }

    @Test
    void portsInTheWrongOrderAreRefused() {
        Fixture.in(folder).with(BASE, "'ToPort': 80}", "'ToPort': 79}").isRefused(
                "highlands-test-base/BalancerGroup SecurityGroupIngress[0].ToPort: 79 is lower than FromPort 80");
    }

    /** AWS::EC2::SecurityGroup Ingress: "You must specify exactly one of the following sources". */
    @Test
    void aRuleWithTwoSourcesIsRefused() {
        Fixture.in(folder)
                .with(BASE, "{'CidrIp': '0.0.0.0/0', 'From", "{'CidrIp': '0.0.0.0/0', 'CidrIpv6': '::/0', 'From")
                .isRefused(
                        "highlands-test-base/BalancerGroup SecurityGroupIngress[0]: has CidrIp and CidrIpv6; allowed: "
                                + "exactly one of SourceSecurityGroupId, CidrIp, CidrIpv6, SourcePrefixListId");
    }

    @Test
    void noPropertyOfARuleThatLetsInNothingHereIsActedOn() {
        assertThat(ingress(Fixture.in(folder).with(BASE, "{'CidrIp': '0.0.0.0/0', 'From",
                "{'SourcePrefixListId': 'pl-1', 'From"))).extracting(Entry::status).hasSize(4)
                .containsOnly(Status.DIFFERS);
        assertThat(ingress(Fixture.in(folder).with(BASE, "'IpProtocol': 'tcp', 'ToPort': 80",
                "'IpProtocol': 'udp', 'ToPort': 80"))).extracting(Entry::status).hasSize(4)
                .containsOnly(Status.DIFFERS);
    }

    private static List<Entry> ingress(Fixture fixture) {
        return fixture.read().coverage().entries().stream()
                .filter(entry -> entry.property().startsWith("SecurityGroupIngress")).toList();
    }
}
