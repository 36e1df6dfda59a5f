// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.template.Coverage.Entry;
import io.highlands.local.template.Coverage.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * PortMapping, Amazon ECS API Reference: "If you don't set a value for this parameter, then TCP is used. However, Amazon ECS
 * doesn't add protocol-specific telemetry for TCP." With a value, "protocol-specific connection handling" is added.
 */
class AppProtocolsTest {

    private static final String SERVICE_A = "service-a.template.json";
    private static final String PORT = "ServiceConnectConfiguration.Services[0].PortName";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"http2", "grpc"})
    void aProtocolThatTheProxiesDoNotSpeakIsListedAsDifferent(String protocol) {
        Fixture fixture = Fixture.in(folder).with(SERVICE_A, "'AppProtocol': 'http'",
                "'AppProtocol': '" + protocol + "'");

        assertThat(fixture.read().coverage().entries()).filteredOn(entry -> entry.status() == Status.DIFFERS
                && entry.stack().equals("highlands-test-service-a"))
                .filteredOn(entry -> entry.property().endsWith("AppProtocol") || entry.property().equals(PORT))
                .extracting(Entry::note).hasSize(2).allMatch(note -> note.contains("the proxies speak " + protocol));
    }

    @Test
    void aPortWithoutProtocolIsTcpInAwsAndListedAsDifferent() {
        assertThat(Fixture.in(folder).read().coverage().entries())
                .filteredOn(entry -> entry.stack().equals("highlands-test-service-b")
                        && entry.property().equals("ServiceConnectConfiguration.Services[1].PortName"))
                .singleElement().satisfies(entry -> assertThat(entry.status()).isEqualTo(Status.DIFFERS))
                .extracting(Entry::note).asString().contains("is TCP").contains("RequestCount");
    }

    @Test
    void httpIsNotDifferent() {
        assertThat(Fixture.in(folder).read().coverage().entries())
                .filteredOn(entry -> entry.stack().equals("highlands-test-service-a") && entry.property().equals(PORT))
                .noneMatch(entry -> entry.status() == Status.DIFFERS);
    }
}
