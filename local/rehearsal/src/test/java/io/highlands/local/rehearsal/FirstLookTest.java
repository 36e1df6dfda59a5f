// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FirstLookTest {

    private static final List<String> FINDINGS = List.of("service-c: 0 of 1 tasks run.",
            "service-b → service-c: 40 % of 100 calls failed.",
            "highlands-local-edge-errors-service-b-service-a is in ALARM.", "service-d: 0 of 1 tasks run.");

    @Test
    void anEdgeIsNamedByBothOfItsEndsInOneLine() {
        assertThat(FirstLook.named(FINDINGS, "service-b:service-c")).isEqualTo(2);
        assertThat(FirstLook.named(FINDINGS, "service-c:service-a")).isZero();
    }

    @Test
    void onlyTheFirstThreeLinesCount() {
        assertThat(FirstLook.named(FINDINGS, "service-c")).isEqualTo(1);
        assertThat(FirstLook.named(FINDINGS, "service-d")).isZero();
        assertThat(FirstLook.named(List.of(), "service-d")).isZero();
    }
}
