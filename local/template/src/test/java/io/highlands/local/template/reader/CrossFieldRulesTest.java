// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.template.TemplateException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What ECS and Elastic Load Balancing refuse although each property alone is allowed. */
class CrossFieldRulesTest {

    @TempDir
    private Path folder;

    private void refused(String file, String from, String to, String message) {
        Fixture fixture = Fixture.in(folder).with(file, from, to);
        assertThatThrownBy(fixture::read).isInstanceOf(TemplateException.class).hasMessageContaining(message);
    }

    /** API_FixedResponseActionConfig, StatusCode: "The HTTP response code (2XX, 4XX, or 5XX)"; ContentType: five values. */
    @Test
    void aFixedResponseIsNoRedirectAndOfAKnownType() {
        refused(Fixture.BASE, "'StatusCode': '404'", "'StatusCode': '304'", "StatusCode: '304' is not allowed");
        refused(Fixture.BASE, "'ContentType': 'text/plain'", "'ContentType': 'image/png'", "'image/png'");
        refused(Fixture.BASE, "'MessageBody': 'no'", "'MessageBody': '" + "x".repeat(1025) + "'", "1025");
    }

    /** API_CreateTargetGroup, Name: 32 characters, letters, digits and hyphens, no hyphen first or last. */
    @ParameterizedTest
    @ValueSource(strings = {"a-name-of-thirty-three-characters", "under_score", "-first", "last-"})
    void aTargetGroupsNameIsShortAndPlain(String name) {
        refused(Fixture.SERVICE_A, "'TargetType': 'ip'", "'TargetType': 'ip', 'Name': '" + name + "'",
                "Target group name '" + name + "'");
    }

    /** API_CreateLoadBalancer, Name and Subnets: "You must specify subnets from at least two Availability Zones". */
    @Test
    void aLoadBalancerHasTwoSubnetsAndAShortName() {
        refused(Fixture.BASE, "'Scheme': 'internet-facing'", "'Scheme': 'internet-facing', 'Subnets': ['subnet-1']",
                "At least two subnets in two different Availability Zones must be specified");
        refused(Fixture.BASE, "'Scheme': 'internet-facing'", "'Scheme': 'internet-facing', 'Name': '" + "b".repeat(33)
                + "'", "cannot be longer than '32' characters");
        Fixture two = Fixture.in(folder).with(Fixture.BASE, "'Scheme': 'internet-facing'",
                "'Scheme': 'internal', 'Subnets': ['subnet-1', 'subnet-2']");
        assertThat(two.read().loadBalancer().network().subnets()).containsExactly("subnet-1", "subnet-2");
    }

    /** ECS: "Health check grace period is only valid for services configured to use load balancers". */
    @Test
    void aGracePeriodNeedsALoadBalancer() {
        refused(Fixture.SERVICE_B, "'ServiceName': 'service-b'",
                "'HealthCheckGracePeriodSeconds': 60, 'ServiceName': 'service-b'",
                "Health check grace period is only valid for services configured to use load balancers");
    }

    /** ECS's message of RegisterTaskDefinition; the options are those of specify-log-config. */
    @Test
    void awslogsNeedsAnExecutionRoleAndItsOptions() {
        refused(Fixture.SERVICE_A, "'ExecutionRoleArn': 'arn:aws:iam::000000000000:role/execution',", "",
                "Fargate requires task definition to have execution role ARN to support log driver awslogs.");
        refused(Fixture.SERVICE_A, ", 'awslogs-region': {'Ref': 'AWS::Region'}", "", "awslogs-region: is missing");
        refused(Fixture.SERVICE_A, "'awslogs-stream-prefix': 'a'", "'mode': 'non-blocking'",
                "awslogs-stream-prefix: is missing");
    }

    /** API_RegisterTaskDefinition: "1 vCPU or 1 vcpu", "1GB or 1 GB"; sizes of Fargate in vCPU: .25, .5, 1, … */
    @ParameterizedTest
    @CsvSource({".5 vCPU, 1 GB, 512, 1024", "0.5 vcpu, 1GB, 512, 1024", "1 vCPU, 2 GB, 1024, 2048",
            ".5vCPU, 1.0 gb, 512, 1024", "512, 1024, 512, 1024"})
    void aTasksSizeMayHaveUnits(String cpu, String memory, int units, int mib) {
        Fixture fixture = Fixture.in(folder).with(Fixture.SERVICE_A, "'Cpu': '512'", "'Cpu': '" + cpu + "'")
                .with(Fixture.SERVICE_A, "'Memory': '1024'", "'Memory': '" + memory + "'");

        assertThat(fixture.read().services()).filteredOn(service -> service.name().equals("service-a")).singleElement()
                .satisfies(service -> {
                    assertThat(service.taskDefinition().cpu()).isEqualTo(units);
                    assertThat(service.taskDefinition().memoryMiB()).isEqualTo(mib);
                });
    }

    @ParameterizedTest
    @CsvSource({"half a vCPU, 1024", "3 vCPU, 1024", "512, 1 TB", "512, lots"})
    void aSizeThatIsNoneIsRefused(String cpu, String memory) {
        Fixture fixture = Fixture.in(folder).with(Fixture.SERVICE_A, "'Cpu': '512'", "'Cpu': '" + cpu + "'")
                .with(Fixture.SERVICE_A, "'Memory': '1024'", "'Memory': '" + memory + "'");

        assertThatThrownBy(fixture::read).isInstanceOf(TemplateException.class);
    }
}
