// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.aws.operations.Actions;
import io.highlands.local.aws.operations.Output;

import static org.assertj.core.api.Assertions.assertThat;

/** What a browser on this machine can do to the APIs: nothing. */
class PageGuardTest {

    private static final byte[] DELETE = "Action=DeleteAlarms&Version=2010-08-01&AlarmNames.member.1=a"
            .getBytes(StandardCharsets.UTF_8);

    private static final AtomicInteger DELETED = new AtomicInteger();
    private static AwsServer server;
    private RawClient client;

    @BeforeAll
    static void serve() {
        server = new AwsServer(AwsOptions.on(0), new Actions().serve("monitoring", Map.of("DeleteAlarms", input -> {
            DELETED.incrementAndGet();
            return Output.nothing();
        })));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void connect() {
        DELETED.set(0);
        client = new RawClient(server.port());
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin: https://example.com", "Origin: null", "Origin: http://127.0.0.1:9090",
            "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Host: rebound.example.com:4566",
            "Host: 127.0.0.1.example.com"})
    void aPagesFormIsRefused(String header) {
        RawClient.Response response = client.post("/", List.of("Content-Type: text/plain", header), DELETE);
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.headers()).doesNotContainKey("access-control-allow-origin");
        assertThat(DELETED).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS"})
    void nothingButPostIsServed(String method) {
        RawClient.Response response = client.send(method + " /?Action=DeleteAlarms&Version=2010-08-01 HTTP/1.1",
                List.of(), new byte[0]);
        assertThat(response.status()).isEqualTo(405);
        assertThat(DELETED).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: localhost:4566", "Host: 127.0.0.1", "Host: LOCALHOST"})
    void programsOfThisMachineAreServed(String host) {
        assertThat(client.post("/", List.of(host), DELETE).status()).isEqualTo(200);
    }

    @Test
    void aRequestWithoutASignatureIsServedSinceNothingHereIsSecret() {
        assertThat(client.post("/", List.of(), DELETE).status()).isEqualTo(200);
    }
}
