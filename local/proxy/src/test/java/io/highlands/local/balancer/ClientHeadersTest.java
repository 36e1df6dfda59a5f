// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClientHeadersTest {

    private final HeaderMap headers = new HeaderMap();

    @Test
    void tellsClientProtocolAndPort() {
        ClientHeaders.add(headers, "203.0.113.7", 8080, 0x67891233L);

        assertThat(headers.getFirst("X-Forwarded-For")).isEqualTo("203.0.113.7");
        assertThat(headers.getFirst("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(headers.getFirst("X-Forwarded-Port")).isEqualTo("8080");
    }

    @Test
    void appendsToAnAddressListThatCameWithTheRequest() {
        headers.put(ClientHeaders.FORWARDED_FOR, "198.51.100.1, 10.0.0.1");

        ClientHeaders.add(headers, "203.0.113.7", 8080, 0);

        assertThat(headers.get("X-Forwarded-For")).containsExactly("198.51.100.1, 10.0.0.1, 203.0.113.7");
    }

    @Test
    void aProtocolThatCameWithTheRequestIsNotBelieved() {
        headers.put(ClientHeaders.FORWARDED_PROTO, "https");

        ClientHeaders.add(headers, "203.0.113.7", 8080, 0);

        assertThat(headers.get("X-Forwarded-Proto")).containsExactly("http");
    }

    @Test
    void startsATrace() {
        ClientHeaders.add(headers, "203.0.113.7", 8080, 0x67891233L);

        assertThat(headers.getFirst("X-Amzn-Trace-Id")).matches("Root=1-67891233-[0-9a-f]{24}");
    }

    @Test
    void addsItselfToATraceThatCameWithTheRequest() {
        headers.put(ClientHeaders.TRACE_ID, "Root=1-67891233-abcdef012345678912345678");

        ClientHeaders.add(headers, "203.0.113.7", 8080, 0x67891234L);

        assertThat(headers.getFirst("X-Amzn-Trace-Id"))
                .matches("Self=1-67891234-[0-9a-f]{24};Root=1-67891233-abcdef012345678912345678");
    }

    @Test
    void dropsHeadersWhoseNamesAreInvalid() {
        headers.put(new HttpString("X_Under"), "1").put(new HttpString("X-Dash-1"), "2");

        assertThat(ClientHeaders.dropInvalid(headers)).isTrue();
        assertThat(headers.contains("X_Under")).isFalse();
        assertThat(headers.contains("X-Dash-1")).isTrue();
        assertThat(ClientHeaders.dropInvalid(headers)).isFalse();
    }
}
