// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.Coverage;
import io.highlands.local.template.Coverage.Entry;
import io.highlands.local.template.Coverage.Status;

import static io.highlands.local.template.reader.Fixture.SERVICE_A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CoverageTest {

    @TempDir
    private Path folder;

    @Test
    void aPropertyThatTheReaderDoesNotKnowIsListedByItself() {
        Coverage coverage = Fixture.in(folder).with(SERVICE_A, "'DesiredCount': 2,",
                "'DesiredCount': 2, 'EnableExecuteCommand': true,").read().coverage();

        assertThat(coverage.entries()).contains(new Entry("highlands-test-service-a", "Service", "AWS::ECS::Service",
                "EnableExecuteCommand", Status.NOT_RUN, ""));
    }

    @Test
    void aTypeThatTheReaderDoesNotKnowIsListedByItself() {
        Coverage coverage = Fixture.in(folder)
                .with(SERVICE_A, "'Logs': {", "'New': {'Type': 'AWS::XRay::Group'}, 'Logs': {").read().coverage();

        assertThat(coverage.entries()).contains(
                new Entry("highlands-test-service-a", "New", "AWS::XRay::Group", "", Status.NOT_RUN, ""));
    }

    @Test
    void whatIsMadeInDatadogIsNotRunHereAlsoWhereItNamesItsLike() {
        Coverage coverage = Fixture.in(folder).with(SERVICE_A, "'Logs': {", """
                'Part': {'Type': 'Datadog::Monitors::Monitor', 'Properties': {'Type': 'query alert', 'Query': 'q'}},
                'Whole': {'Type': 'Datadog::Monitors::Monitor', 'Properties': {'Type': 'composite',
                    'Query': {'Fn::Join': ['', [{'Ref': 'Part'}, ' && ', {'Ref': 'Part'}]]}}},
                'Dashboard': {'Type': 'Datadog::Dashboards::Dashboard', 'Properties': {'DashboardDefinition': '{}'}},
                'Logs': {""").read().coverage();

        assertThat(coverage.entries()).filteredOn(entry -> entry.type().startsWith("Datadog::"))
                .extracting(Entry::logicalId, Entry::status)
                .containsExactlyInAnyOrder(tuple("Part", Status.NOT_RUN), tuple("Whole", Status.NOT_RUN),
                        tuple("Dashboard", Status.NOT_RUN));
        assertThat(coverage.summary())
                .contains("  Datadog::Monitors::Monitor (2): it is made in Datadog, which nothing here asks");
    }

    @Test
    void everyResourceIsListed() {
        assertThat(Fixture.in(folder).read().coverage().entries().stream()
                .map(entry -> entry.stack() + "/" + entry.logicalId()).distinct()).hasSize(20);
    }

    @Test
    void whatIsActedOnIsListed() {
        assertThat(Fixture.in(folder).read().coverage().entries())
                .contains(new Entry("highlands-test-service-a", "Service", "AWS::ECS::Service", "DesiredCount",
                        Status.ACTED_ON, ""));
    }

    @Test
    void theSummaryFoldsLikeWithLike() {
        assertThat(Fixture.in(folder).read().coverage().summary()).contains("acted on:", "differs here:",
                "deployed, not run here:",
                "  AWS::EC2::VPC: tasks have loopback addresses, so there is no network to lay out",
                "  AWS::EC2::SecurityGroup SecurityGroupEgress: rules for outgoing traffic are not enforced",
                "  AWS::ElasticLoadBalancingV2::LoadBalancer LoadBalancerAttributes[]: deletion_protection.enabled");
    }

    @Test
    void otherPartsMayAddWhatTheyDoDifferently() {
        Entry entry = new Entry("s", "l", "AWS::ECS::Service", "X", Status.DIFFERS, "so");

        assertThat(new Coverage(List.of()).plus(List.of(entry)).summary())
                .containsExactly("differs here:", "  AWS::ECS::Service X: so");
    }

    @Test
    void aContainersSizeIsReadAndDiffers() {
        assertThat(Fixture.in(folder).with(SERVICE_A, "'Essential': true,", "'Essential': true, 'Cpu': 64,").read()
                .coverage().entries()).anySatisfy(entry -> {
                    assertThat(entry.property()).isEqualTo("ContainerDefinitions[0].Cpu");
                    assertThat(entry.status()).isEqualTo(Status.DIFFERS);
                });
    }
}
