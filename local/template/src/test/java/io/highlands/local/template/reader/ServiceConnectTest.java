// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.ServiceConnectService;
import io.highlands.local.template.ServiceConnectSpec;

import static io.highlands.local.template.reader.Fixture.BASE;
import static io.highlands.local.template.reader.Fixture.SERVICE_A;
import static io.highlands.local.template.reader.Fixture.SERVICE_B;
import static org.assertj.core.api.Assertions.assertThat;

class ServiceConnectTest {

    private static final String PLACE = "highlands-test-service-a/Service ServiceConnectConfiguration.Services[0].";

    @TempDir
    private Path folder;

    private ServiceConnectSpec spec(String service) {
        return Fixture.in(folder).service(service).serviceConnect();
    }

    @Test
    void anEndpointIsReadWhole() {
        assertThat(spec("service-a").services()).containsExactly(new ServiceConnectService("web", "service-a",
                "service-a", 8080, 3000, "http", Duration.ofSeconds(120), Duration.ofSeconds(10), false));
    }

    @Test
    void anEndpointWithoutSettingsHasServiceConnectsDefaults() {
        assertThat(spec("service-b").services().getFirst()).isEqualTo(new ServiceConnectService("web", "web",
                "web.test.highlands.local", 3000, 3000, "http", Duration.ofMinutes(5), Duration.ofSeconds(15), false));
    }

    @Test
    void aPlainTcpEndpointHasNoRequestTimeout() {
        assertThat(spec("service-b").services().get(1)).isEqualTo(
                new ServiceConnectService("raw", "b-raw", "b-raw.test.highlands.local", 9000, 4000, null,
                        Duration.ofHours(1), Duration.ZERO, false));
    }

    @Test
    void theNamespaceIsTheClustersUnlessOneIsNamed() {
        assertThat(spec("service-a").namespace()).isEqualTo("test.highlands.local");
    }

    @Test
    void accessLogsAreJsonWhereAskedFor() {
        assertThat(spec("service-a").accessLogJson()).isTrue();
        assertThat(spec("service-a").accessLogQuery()).isFalse();
        assertThat(spec("service-b").accessLogJson()).isFalse();
    }

    @Test
    void aServiceWithoutServiceConnectHasNoEndpoints() {
        assertThat(Fixture.in(folder).with(SERVICE_A, "'Enabled': true,\n", "'Enabled': false,\n")
                .service("service-a").serviceConnect()).isEqualTo(ServiceConnectSpec.DISABLED);
    }

    @Test
    void encryptionIsRemembered() {
        assertThat(
                Fixture.in(folder).with(SERVICE_A, "'PortName': 'web',", "'PortName': 'web', 'Tls': {'KmsKey': 'k'},")
                        .service("service-a").serviceConnect().services().getFirst().tls())
                .isTrue();
    }

    @Test
    void aMisspeltPortNameIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'PortName': 'web'", "'PortName': 'webb'")
                .isRefused(PLACE + "PortName: 'webb' is not a port mapping of the task definition; allowed: web");
    }

    @Test
    void anEndpointThatAnotherServiceHasIsRefused() {
        Fixture.in(folder).with(SERVICE_B, "'DiscoveryName': 'b-raw'", "'DiscoveryName': 'service-a'").isRefused(
                "highlands-test-service-b/Service ServiceConnectConfiguration.Services[1].DiscoveryName: 'service-a' "
                        + "is an endpoint of highlands-test-service-a/Service already");
    }

    @Test
    void anAliasThatAnotherServiceHasIsRefused() {
        Fixture.in(folder).with(SERVICE_B, "{'Port': 9000}", "{'DnsName': 'service-a', 'Port': 8080}").isRefused(
                "highlands-test-service-b/Service ServiceConnectConfiguration.Services[1].ClientAliases[0]: "
                        + "'service-a:8080' is an endpoint of highlands-test-service-a/Service already");
    }

    @Test
    void anAliasPortOutOfRangeIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'Port': 8080", "'Port': 80800").isRefused(PLACE
                + "ClientAliases[0].Port: '80800' is not allowed; allowed: a whole number from 1 to 65535");
    }

    @Test
    void aSecondAliasIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'Port': 8080}", "'Port': 8080}, {'DnsName': 'a', 'Port': 80}")
                .isRefused(PLACE + "ClientAliases: 2 aliases are not allowed; allowed: one");
    }

    @Test
    void aDiscoveryNameWithCapitalsIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'DiscoveryName': 'service-a'", "'DiscoveryName': 'Service_A'").isRefused(
                PLACE + "DiscoveryName: 'Service_A' is not allowed; allowed: up to 64 small letters, digits and hyphens");
    }

    @Test
    void aRequestTimeoutOfPlainTcpIsRefused() {
        Fixture.in(folder).with(SERVICE_B, "'PortName': 'raw'",
                "'PortName': 'raw', 'Timeout': {'PerRequestTimeoutSeconds': 5}")
                .isRefused("highlands-test-service-b/Service "
                        + "ServiceConnectConfiguration.Services[1].Timeout.PerRequestTimeoutSeconds: needs an "
                        + "AppProtocol, which port 'raw' does not have");
    }

    @Test
    void accessLogsWithoutLogConfigurationAreRefused() {
        Fixture.in(folder)
                .without(SERVICE_A, "'LogConfiguration': {'LogDriver'", "'Services': [")
                .isRefused("highlands-test-service-a/Service ServiceConnectConfiguration.AccessLogConfiguration: needs "
                        + "LogConfiguration, which is missing");
    }

    @Test
    void aNamespaceThatIsNoneIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'Enabled': true,\n", "'Enabled': true, 'Namespace': 'other',\n")
                .isRefused("highlands-test-service-a/Service ServiceConnectConfiguration.Namespace: 'other' is not a "
                        + "namespace of this environment; allowed: test.highlands.local");
    }

    @Test
    void noNamespaceAtAllIsRefused() {
        Fixture.in(folder).with(BASE, """
                ,
                        'ServiceConnectDefaults': {'Namespace': {'Fn::GetAtt': ['Namespace', 'Arn']}}""", "").isRefused(
                "highlands-test-service-a/Service ServiceConnectConfiguration.Namespace: is missing, and the cluster "
                        + "has no default namespace");
    }
}
