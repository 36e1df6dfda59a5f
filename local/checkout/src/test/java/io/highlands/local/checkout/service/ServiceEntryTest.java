// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.control.ControlException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The entry of a new service in services.yaml. */
class ServiceEntryTest {

    private static final String C = "services:\n  service-c:\n    port: 8081\n    timeout: 5s\n    routes: [/time]\n";

    @TempDir
    private Path folder;

    private SampleCheckout sample;

    @BeforeEach
    void aCheckout() throws IOException {
        sample = SampleCheckout.in(folder);
    }

    @Test
    void theServiceIsTheLastAndEveryOtherCharacterStays() throws IOException {
        sample.add("service-d", "service-c");

        assertThat(sample.declaration()).content().isEqualTo(SampleCheckout.SERVICES + """
                  service-d:
                    port: 8083
                    timeout: 7s
                    size: { cpu: 1024, memory: 2048 }
                    calls:
                      service-c: {}
                    public:
                      /d:
                        calls: { service-c: {} }
                """);
    }

    @Test
    void whatStandsBehindACalledPublicPathIsBehindTheNewOneToo() throws IOException {
        sample.declare(
                SampleCheckout.SERVICES.replace("    routes: [/route]           # served to callers in the mesh only\n",
                        ""));
        sample.add("weather", "service-a", "service-b");

        assertThat(sample.declaration()).content().contains("      /weather:\n"
                + "        calls: { service-a: { service-b: { service-c: {} } }, service-b: { service-a: {}, "
                + "service-c: {} } }\n");
    }

    @Test
    void aPathWithAVariableHasItsExampleBeforeItsCalls() throws IOException {
        sample.add(ServiceRequest.of("pets", List.of("service-c"), "/pets/{id}", null, null));

        assertThat(sample.declaration()).content().endsWith("""
                    public:
                      /pets/{id}:
                        example: /pets/1
                        calls: { service-c: {} }
                """);
    }

    @Test
    void aServiceThatCallsNoneSaysSo() throws IOException {
        sample.add("service-d");

        assertThat(sample.declaration()).content().endsWith("    public:\n      /d: {}\n").contains("timeout: 5s\n");
    }

    @Test
    void commentsOfTheLastServiceStayWithItAndThoseAtTheEndOfTheFileStayThere() throws IOException {
        sample.declare(C + "    # a note on C\n\n# the end\n");
        sample.add("service-d");

        assertThat(sample.declaration()).content().startsWith(C + "    # a note on C\n  service-d:\n")
                .endsWith("      /d: {}\n\n# the end\n");
    }

    @Test
    void servicesWithBlankLinesBetweenThemGetOneMore() throws IOException {
        sample.declare(C + "\n  service-b:\n    port: 8082\n    timeout: 9s # long");
        sample.add("service-d");

        assertThat(sample.declaration()).content().contains("timeout: 9s # long\n\n  service-d:\n    port: 8080\n");
    }

    @Test
    void lineEndsAndIndentationAreThoseOfTheFile() throws IOException {
        sample.declare(
                C.replace("    ", "\u0000").replace("  ", "    ").replace("\u0000", "        ").replace("\n", "\r\n"));
        sample.add("service-d");

        assertThat(sample.declaration()).content()
                .endsWith("\r\n    service-d:\r\n        port: 8080\r\n        timeout: 5s\r\n"
                        + "        size: { cpu: 1024, memory: 2048 }\r\n        public:\r\n            /d: {}\r\n");
    }

    @Test
    void anEntryMayFollowTheServicesSection() throws IOException {
        sample.declare(C + "other: 1\n");
        sample.add("service-d");

        assertThat(sample.declaration()).content().endsWith("      /d: {}\nother: 1\n");
    }

    /** YAML 1.2.2, section 7.4: a mapping in braces has its entries on any lines. */
    @ParameterizedTest
    @ValueSource(strings = {"services: { service-c: { port: 8081, timeout: 5s, routes: [/time] } }\n",
            "base: &all\n  service-c: { port: 8081, timeout: 5s }\nservices: *all\n"})
    void whatTakesNoEntryInOnePlaceIsRefusedAndStays(String text) throws IOException {
        sample.declare(text);

        assertThatThrownBy(() -> sample.add("service-d")).isInstanceOf(ControlException.class)
                .hasMessageEndingWith("services.yaml: services takes no entry as it is written; write each service in "
                        + "lines of its own, without braces");
        assertThat(sample.declaration()).content().isEqualTo(text);
        assertThat(folder.resolve("services/service-d")).doesNotExist();
    }
}
