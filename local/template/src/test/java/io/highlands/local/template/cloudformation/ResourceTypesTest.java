// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ResourceTypesTest {

    private static final String AWS = "arn:aws:%s:eu-west-1:000000000000:";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"AWS::EC2::SecurityGroup sg-0[0-9a-f]{16}", "AWS::EC2::VPC vpc-0[0-9a-f]{16}",
            "AWS::ECS::Cluster stack-Other-[0-9A-F]{12}",
            "AWS::ECS::TaskDefinition arn:aws:ecs:eu-west-1:000000000000:task-definition/stack-Other-.*:1",
            "AWS::ECS::Service arn:aws:ecs:eu-west-1:000000000000:service/default/stack-Other-.*",
            "AWS::ElasticLoadBalancingV2::TargetGroup "
                    + "arn:aws:elasticloadbalancing:eu-west-1:000000000000:targetgroup/.{1,32}/[0-9a-f]{16}",
            "AWS::S3::Bucket stack-other-[0-9a-f]{12}", "AWS::IAM::Role stack-Other-[0-9A-F]{12}"})
    void refGivesANameOfAwssForm(String type, String form) {
        String other = "'Other': {'Type': '" + type + "'}";

        assertThat(Subject.with(folder, "{'Ref': 'Other'}", other).text("P")).matches(form);
    }

    @Test
    void aNameThatTheTemplateGivesIsKept() {
        assertThat(Subject.with(folder, "{'Ref': 'Other'}",
                "'Other': {'Type': 'AWS::ECS::Cluster', 'Properties': {'ClusterName': 'c'}}").text("P"))
                .isEqualTo("c");
    }

    @Test
    void attributesAreBuiltFromNames() {
        assertThat(Subject.with(folder, "{'Fn::GetAtt': ['Other', 'Arn']}",
                "'Other': {'Type': 'AWS::ECS::Cluster', 'Properties': {'ClusterName': 'c'}}").text("P"))
                .isEqualTo(AWS.formatted("ecs") + "cluster/c");
    }

    @Test
    void aListenersArnHoldsItsLoadBalancers() {
        String resources = """
                'Balancer': {'Type': 'AWS::ElasticLoadBalancingV2::LoadBalancer', 'Properties': {'Name': 'b'}},
                'Other': {'Type': 'AWS::ElasticLoadBalancingV2::Listener',
                          'Properties': {'LoadBalancerArn': {'Ref': 'Balancer'}}}""";

        assertThat(Subject.with(folder, "{'Ref': 'Other'}", resources).text("P"))
                .matches(AWS.formatted("elasticloadbalancing") + "listener/app/b/[0-9a-f]{16}/[0-9a-f]{16}");
    }

    @Test
    void anAttributeThatIsNotKnownIsRefusedOnlyWhenItIsNeeded() {
        Properties subject = Subject.with(folder, "{'Fn::GetAtt': ['Other', 'Colour']}",
                "'Other': {'Type': 'AWS::SNS::Topic'}");

        assertThatThrownBy(() -> subject.text("P")).hasMessage("stack/Subject P: attribute 'Colour' of Other "
                + "(AWS::SNS::Topic) has no value here; allowed: TopicArn, TopicName");
    }

    @Test
    void aTypeThatIsNotKnownIsRefusedOnlyWhenItIsNeeded() {
        Properties subject = Subject.with(folder, "{'Ref': 'Other'}", "'Other': {'Type': 'AWS::XRay::Group'}");

        assertThatThrownBy(() -> subject.text("P")).hasMessage("stack/Subject P: a reference to Other has no value "
                + "here, since AWS::XRay::Group is not a type whose names are known");
    }

    @Test
    void aNameThatNeedsItselfIsRefused() {
        Properties subject = Subject.with(folder, "{'Ref': 'Other'}",
                "'Other': {'Type': 'AWS::SSM::Parameter', 'Properties': "
                        + "{'Name': '{{resolve:ssm:/x}}', 'Value': 'v'}}");

        assertThatThrownBy(() -> subject.text("P"))
                .hasMessage("stack/Other: refers to itself: stack/Other.Ref -> stack/Other.Ref");
    }
}
