// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.Platform;
import io.highlands.local.template.RefreshSpec;
import io.highlands.local.template.ServiceSpec;
import io.highlands.local.template.Source;

import static io.highlands.local.template.reader.Fixture.BASE;
import static io.highlands.local.template.reader.Fixture.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

class PlatformReaderTest {

    @TempDir
    private Path folder;

    @Test
    void theEnvironmentIsTheFoldersName() {
        Platform platform = Fixture.in(folder).read();

        assertThat(platform.environment()).isEqualTo("test");
        assertThat(platform.region()).isEqualTo("eu-west-1");
        assertThat(platform.account()).isEqualTo("000000000000");
    }

    @Test
    void clusterAndDefaultNamespaceAreKnownByName() {
        Platform platform = Fixture.in(folder).read();

        assertThat(platform.cluster()).isEqualTo("highlands-test");
        assertThat(platform.namespace()).isEqualTo("test.highlands.local");
    }

    @Test
    void servicesComeInTheOrderOfTheirCreation() {
        assertThat(Fixture.in(folder).read().services()).extracting(ServiceSpec::name).containsExactly("service-a",
                "service-b");
    }

    @Test
    void aRefreshNamesItsClientAndTheEndpoints() {
        assertThat(Fixture.in(folder).read().refreshes()).singleElement()
                .isEqualTo(new RefreshSpec(new Source("highlands-test-refresh", "Refresh"), "service-a",
                        "highlands-test", Set.of("b-raw", "web")));
    }

    @Test
    void aRefreshOfAnUnknownServiceIsRefused() {
        Fixture.in(folder).with(REFRESH, "'Service': 'service-a'", "'Service': 'service-z'")
                .isRefused("highlands-test-refresh/Refresh Service: 'service-z' is not a service of this environment; "
                        + "allowed: service-a, service-b");
    }

    @Test
    void aRefreshInAnotherClusterIsRefused() {
        Fixture.in(folder).with(REFRESH, "'Cluster': 'highlands-test'", "'Cluster': 'other'")
                .isRefused("highlands-test-refresh/Refresh Cluster: 'other' is not the environment's cluster; "
                        + "allowed: highlands-test");
    }

    @Test
    void anEnvironmentWithoutClusterIsRefused() {
        Fixture.in(folder).with(BASE, "AWS::ECS::Cluster", "AWS::EKS::Cluster")
                .isRefused("no stack declares an AWS::ECS::Cluster, so there is nothing to run");
    }

    @Test
    void anUnresolvableReferenceOfAPartThatIsNotRunIsNoError() {
        Platform platform = Fixture.in(folder).with(BASE, "{'CidrBlock': '10.0.0.0/16'}",
                "{'CidrBlock': {'Fn::GetAtt': ['RepositoryA', 'Colour']}}").read();

        assertThat(platform.services()).hasSize(2);
    }

    @Test
    void anUnresolvableReferenceOfAPartThatIsRunIsOneLine() {
        Fixture.in(folder).with(BASE, "'SecurityGroups': [{'Fn::GetAtt': ['BalancerGroup', 'GroupId']}]",
                "'SecurityGroups': [{'Fn::GetAtt': ['BalancerGroup', 'Colour']}]")
                .isRefused("highlands-test-base/Balancer SecurityGroups[0]: attribute 'Colour' of BalancerGroup "
                        + "(AWS::EC2::SecurityGroup) has no value here; allowed: GroupId, Id, VpcId");
    }
}
