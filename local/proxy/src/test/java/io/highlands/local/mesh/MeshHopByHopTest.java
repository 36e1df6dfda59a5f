// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.forward.RawClient;
import io.highlands.local.forward.TestApp;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No Connection (RFC 9110, 7.6.1) of a caller or a service takes out what a proxy adds: the fields are those that Envoy's
 * page "HTTP header manipulation" names and this mesh sets.
 */
class MeshHopByHopTest {

    @ParameterizedTest
    @ValueSource(strings = {"x-request-id", "x-forwarded-proto", "x-envoy-expected-rq-timeout-ms", "host"})
    void aCallerCannotTakeOutWhatTheProxiesAdd(String name) throws Exception {
        try (MeshKit kit = new MeshKit()) {
            MeshKit.Host host = kit.host(TestApp.answer(200, "ok"));
            try (RawClient client = new RawClient(kit.egress(), 8080)) {
                client.send(
                        "GET / HTTP/1.1\r\nHost: service-a\r\nX-Mine: 1\r\nConnection: X-Mine, " + name + "\r\n\r\n");
                assertThat(client.head()).startsWith("HTTP/1.1 200 ");
            }

            assertThat(host.app().requests().getFirst().getFirst(name)).isNotBlank();
            assertThat(host.app().requests().getFirst()).doesNotContainKey("X-mine");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0\r\n", "1.1\r\nHost: service-a\r\n"})
    void fieldsReachTheServiceAsTheyCameThroughBothProxies(String version) throws Exception {
        try (MeshKit kit = new MeshKit()) {
            MeshKit.Host host = kit.host(TestApp.answer(200, "ok"));
            try (RawClient client = new RawClient(kit.egress(), 8080)) {
                client.send("GET / HTTP/" + version + "X-Mine: a  b\r\nCookie: a=1;  b=2\r\nCookie: c=3\r\n\r\n");
                assertThat(client.head()).contains(" 200 ");
            }

            assertThat(host.app().requests().getFirst().get("X-mine")).containsExactly("a  b");
            assertThat(host.app().requests().getFirst().get("Cookie")).containsExactly("a=1;  b=2", "c=3");
            assertThat(host.app().requests().getFirst().getFirst("Host")).isNotBlank();
        }
    }

    /** RFC 9112, 6.1: an encoding that is not understood is no framing; blanks beside it make it no other. */
    @ParameterizedTest
    @ValueSource(strings = {"chunked\u00ff", "chunked\u00fe", "\u00ffchunked"})
    void anEncodingThatIsNotChunkedReachesNoService(String encoding) throws Exception {
        try (MeshKit kit = new MeshKit()) {
            MeshKit.Host host = kit.host(TestApp.answer(200, "ok"));
            try (RawClient client = new RawClient(kit.egress(), 8080)) {
                client.send("POST / HTTP/1.1\r\nHost: service-a\r\nX-Mine: a  b\r\nTransfer-Encoding: " + encoding
                        + "\r\n\r\n0\r\n\r\n");
                assertThat(client.head()).startsWith("HTTP/1.1 400 ");
            }

            assertThat(host.requests()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-envoy-upstream-service-time", "server"})
    void aServiceCannotTakeOutWhatTheProxiesAnswer(String name) throws Exception {
        try (MeshKit kit = new MeshKit()) {
            kit.host(exchange -> {
                exchange.getResponseHeaders().set("Connection", name);
                TestApp.send(exchange, 200, "ok");
            });
            assertThat(kit.get().headers().firstValue(name)).isPresent();
        }
    }
}
