// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.highlands.local.control.message.LoadStatus;
import io.highlands.local.control.message.PlatformStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code up} prints. Source: docs/services.md, {@code public.PATH.example}: a path that the declared one matches. */
class GreetingTest {

    @Test
    void commandsCallTheFirstTwoPublicPathsOfThePlatformByTheirExamples() {
        assertThat(Greeting.of(status("http://127.0.0.1:9090", "/products/1?full=true", "/orders", "/more")))
                .isEqualTo("""
                        local runs behind http://127.0.0.1:8080
                          try: curl 'http://127.0.0.1:8080/products/1?full=true'
                               curl 'http://127.0.0.1:8080/orders'
                          see: http://127.0.0.1:9090
                               highlands status""");
    }

    @Test
    void platformWithoutPublicPathsOrConsoleHasNoLineForThem() {
        assertThat(Greeting.of(status(""))).isEqualTo("""
                local runs behind http://127.0.0.1:8080
                  see: highlands status""");
    }

    private static PlatformStatus status(String console, String... paths) {
        return new PlatformStatus("local", PlatformStatus.Phase.RUNNING, "", 1, "http://127.0.0.1:8080", 6, console, "",
                null, List.of(), List.of(), List.of(), List.of(), null, null, null,
                new LoadStatus(2, 0, 0, 0, 0, List.of(paths)), List.of(), List.of(), Optional.empty());
    }
}
