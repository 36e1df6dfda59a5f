// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.ListenerAction;
import io.highlands.local.template.ListenerSpec;
import io.highlands.local.template.LoadBalancerSpec;
import io.highlands.local.template.TargetGroupSpec;
import io.highlands.local.template.TargetHealthCheck;

import static io.highlands.local.template.reader.Fixture.BASE;
import static io.highlands.local.template.reader.Fixture.SERVICE_A;
import static org.assertj.core.api.Assertions.assertThat;

class LoadBalancersTest {

    private static final String TARGETS = "highlands-test-service-a/Targets ";
    private static final String RULE = "highlands-test-service-a/Path ";

    @TempDir
    private Path folder;

    @Test
    void attributesOfTheLoadBalancerAreRead() {
        LoadBalancerSpec balancer = Fixture.in(folder).read().loadBalancer();

        assertThat(balancer.idleTimeout()).hasSeconds(20);
        assertThat(balancer.dropInvalidHeaders()).isTrue();
        assertThat(balancer.securityGroups()).hasSize(1);
    }

    @Test
    void whatNoRuleMatchesIsAnsweredByTheListener() {
        ListenerSpec listener = Fixture.in(folder).read().loadBalancer().listeners().getFirst();

        assertThat(listener.port()).isEqualTo(80);
        assertThat(listener.defaultAction())
                .isEqualTo(new ListenerAction.FixedResponse(404, "text/plain", "no"));
    }

    @Test
    void aRuleForwardsItsPathsToATargetGroup() {
        LoadBalancerSpec balancer = Fixture.in(folder).read().loadBalancer();

        assertThat(balancer.listeners().getFirst().rules()).singleElement().satisfies(rule -> {
            assertThat(rule.priority()).isEqualTo(1);
            assertThat(rule.paths()).containsExactly("/time");
            assertThat(rule.action())
                    .isEqualTo(new ListenerAction.Forward(balancer.targetGroups().getFirst().arn()));
        });
    }

    /** API_Action, ForwardConfig: "it must be the same target group specified in TargetGroupArn". */
    @Test
    void aForwardWrittenTwiceNamesOneTargetGroup() {
        Fixture.in(folder).with(SERVICE_A, "'Actions': [{'TargetGroupArn': {'Ref': 'Targets'}, 'Type'",
                "'Actions': [{'TargetGroupArn': 'arn:other', 'ForwardConfig': {'TargetGroups': [{'TargetGroupArn': "
                        + "{'Ref': 'Targets'}}]}, 'Type'")
                .isRefused("highlands-test-service-a/Path Actions[0].TargetGroupArn: 'arn:other' is not the target "
                        + "group of ForwardConfig; allowed: "
                        + Fixture.in(folder.resolve("other")).read().loadBalancer().targetGroups().getFirst().arn());
    }

    @Test
    void aForwardMayBeWrittenLong() {
        LoadBalancerSpec balancer = Fixture.in(folder).with(SERVICE_A, "{'TargetGroupArn': {'Ref': 'Targets'}, 'Type'",
                "{'ForwardConfig': {'TargetGroups': [{'TargetGroupArn': {'Ref': 'Targets'}}]}, 'Type'").read()
                .loadBalancer();

        assertThat(balancer.listeners().getFirst().rules().getFirst().action())
                .isEqualTo(new ListenerAction.Forward(balancer.targetGroups().getFirst().arn()));
    }

    @Test
    void aRedirectKeepsWhatItDoesNotName() {
        LoadBalancerSpec balancer = Fixture.in(folder)
                .with(BASE, "'Type': 'fixed-response'",
                        "'RedirectConfig': {'StatusCode': 'HTTP_301', 'Protocol': 'HTTPS', 'Port': '443'}, "
                                + "'Type': 'redirect'")
                .read().loadBalancer();

        assertThat(balancer.listeners().getFirst().defaultAction()).isEqualTo(
                new ListenerAction.Redirect(301, "HTTPS", "#{host}", "443", "/#{path}", "#{query}"));
    }

    @Test
    void rulesComeByPriority() {
        Fixture fixture = Fixture.in(folder).with(SERVICE_A, "'Logs': {", """
                'Early': {'Type': 'AWS::ElasticLoadBalancingV2::ListenerRule', 'Properties': {
                  'Actions': [{'TargetGroupArn': {'Ref': 'Targets'}, 'Type': 'forward'}],
                  'Conditions': [{'Field': 'path-pattern', 'Values': ['/a', '/b']}],
                  'ListenerArn': {'Fn::ImportValue': 'highlands-test-base:Listener'}, 'Priority': 7}},
                'Logs': {""").with(SERVICE_A, "'Priority': 1", "'Priority': 9");

        assertThat(fixture.read().loadBalancer().listeners().getFirst().rules())
                .extracting(rule -> rule.priority() + " " + rule.paths())
                .containsExactly("7 [/a, /b]", "9 [/time]");
    }

    @Test
    void examplesAreThoseThatRulesNameAndPathsThatStandForThemselves() {
        Fixture fixture = Fixture.in(folder).with(SERVICE_A, "'Logs': {",
                rule(7, "'/pets/*'", "/pets/7?full=true") + """
                        'Unnamed': {'Type': 'AWS::ElasticLoadBalancingV2::ListenerRule', 'Properties': {
                          'Actions': [{'TargetGroupArn': {'Ref': 'Targets'}, 'Type': 'forward'}],
                          'Conditions': [{'Field': 'path-pattern', 'Values': ['/a*']}],
                          'ListenerArn': {'Fn::ImportValue': 'highlands-test-base:Listener'}, 'Priority': 8}},
                        'Closed': {'Type': 'AWS::ElasticLoadBalancingV2::ListenerRule', 'Properties': {
                          'Actions': [{'FixedResponseConfig': {'StatusCode': '404'}, 'Type': 'fixed-response'}],
                          'Conditions': [{'Field': 'path-pattern', 'Values': ['/pets/shop']}],
                          'ListenerArn': {'Fn::ImportValue': 'highlands-test-base:Listener'}, 'Priority': 6}},
                        'Logs': {""");

        assertThat(fixture.read().loadBalancer().examples()).containsExactly("/time", "/pets/7?full=true");
    }

    @Test
    void anExampleThatIsNoPathIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'Logs': {", rule(7, "'/pets/*'", "http://elsewhere/") + "'Logs': {")
                .isRefused("highlands-test-service-a/Example Metadata.highlands:example: "
                        + "'http://elsewhere/' is not allowed; allowed: a path such as /pets/7?full=true");
    }

    private static String rule(int priority, String path, String example) {
        return """
                'Example': {'Type': 'AWS::ElasticLoadBalancingV2::ListenerRule', 'Properties': {
                  'Actions': [{'TargetGroupArn': {'Ref': 'Targets'}, 'Type': 'forward'}],
                  'Conditions': [{'Field': 'path-pattern', 'Values': [%s]}],
                  'ListenerArn': {'Fn::ImportValue': 'highlands-test-base:Listener'}, 'Priority': %d},
                  'Metadata': {'highlands:example': '%s'}},
                """.formatted(path, priority, example);
    }

    @Test
    void aTargetGroupIsReadWhole() {
        TargetGroupSpec group = Fixture.in(folder).read().loadBalancer().targetGroups().getFirst();

        assertThat(group.port()).isEqualTo(3000);
        assertThat(group.deregistrationDelay()).hasSeconds(15);
        assertThat(group.healthCheck()).isEqualTo(new TargetHealthCheck("/health", null, Duration.ofSeconds(10),
                Duration.ofSeconds(5), 3, 2, "200-299"));
        assertThat(group.name()).hasSizeLessThanOrEqualTo(32);
    }

    @Test
    void instanceTargetsAreRefused() {
        Fixture.in(folder).with(SERVICE_A, "'TargetType': 'ip',", "").isRefused(TARGETS
                + "TargetType: 'instance' cannot take Fargate tasks, which have addresses of their own (awsvpc); "
                + "allowed: ip");
    }

    @Test
    void aHealthCheckThatOutlastsItsIntervalIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'HealthCheckTimeoutSeconds': 5", "'HealthCheckTimeoutSeconds': 10")
                .isRefused(TARGETS + "HealthCheckTimeoutSeconds: 10 is not shorter than HealthCheckIntervalSeconds, "
                        + "which is 10");
    }

    @Test
    void aThresholdOutOfRangeIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'HealthyThresholdCount': 3", "'HealthyThresholdCount': 1").isRefused(TARGETS
                + "HealthyThresholdCount: '1' is not allowed; allowed: a whole number from 2 to 10");
    }

    @Test
    void aMatcherThatIsNoneIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'200-299'", "'2xx'").isRefused(TARGETS
                + "Matcher.HttpCode: '2xx' is not allowed; allowed: such as 200, 200,202 or 200-299");
    }

    @Test
    void stickinessIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'stickiness.enabled', 'Value': 'false'",
                "'stickiness.enabled', 'Value': 'true'").isRefused(
                        TARGETS
                                + "TargetGroupAttributes[1].Value: stickiness.enabled 'true' cannot be run here; "
                                + "allowed: false");
    }

    @Test
    void aConditionOnAnythingButThePathIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'Field': 'path-pattern'", "'Field': 'host-header'").isRefused(
                RULE + "Conditions[0].Field: 'host-header' is not allowed; allowed: path-pattern");
    }

    @Test
    void aPriorityThatIsTakenIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'Logs': {", """
                'Other': {'Type': 'AWS::ElasticLoadBalancingV2::ListenerRule', 'Properties': {
                  'Actions': [{'TargetGroupArn': {'Ref': 'Targets'}, 'Type': 'forward'}],
                  'Conditions': [{'Field': 'path-pattern', 'Values': ['/a']}],
                  'ListenerArn': {'Fn::ImportValue': 'highlands-test-base:Listener'}, 'Priority': 1}},
                'Logs': {""").isRefused("highlands-test-service-a/Other Priority: 1 is taken by "
                + "highlands-test-service-a/Path");
    }

    @Test
    void aForwardToNoTargetGroupIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "{'TargetGroupArn': {'Ref': 'Targets'}, 'Type'",
                "{'TargetGroupArn': 'arn:x', 'Type'").isRefused(
                        RULE
                                + "Actions[0].TargetGroupArn: 'arn:x' is not a target group of this environment; "
                                + "allowed: highlands-test-service-a/Targets");
    }

    @Test
    void anActionThatIsNotKnownIsRefused() {
        Fixture.in(folder).with(BASE, "'Type': 'fixed-response'", "'Type': 'authenticate-oidc'").isRefused(
                "highlands-test-base/Listener DefaultActions[0].Type: 'authenticate-oidc' is not allowed; "
                        + "allowed: forward, fixed-response, redirect");
    }

    @Test
    void httpsWithoutCertificateIsRefused() {
        Fixture.in(folder).with(BASE, "'Protocol': 'HTTP'", "'Protocol': 'HTTPS'")
                .isRefused("highlands-test-base/Listener Certificates: is missing, which HTTPS needs");
    }
}
