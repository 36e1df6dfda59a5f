// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Services in each other's places. */
class ServiceMappingTest {

    private static final List<String> SERVICES = List.of("a", "b", "c");

    @Test
    void exchangeMovesNoMoreThanItMust() {
        assertThat(ServiceMapping.best(SERVICES, List.of("a"), List.of("c"), places -> 0))
                .isEqualTo(Map.of("a", "c", "c", "a", "b", "b"));
    }

    @Test
    void edgeLeavesTheThirdServiceWhatIsLeft() {
        assertThat(ServiceMapping.best(SERVICES, List.of("b", "c"), List.of("a", "b"), places -> 0))
                .isEqualTo(Map.of("b", "a", "c", "b", "a", "c"));
    }

    @Test
    void arrangementWithMoreOfWhatMattersIsBetter() {
        assertThat(ServiceMapping.best(SERVICES, List.of("b"), List.of("c"), places -> places.get("a").equals("b")
                ? 1
                : 0)).isEqualTo(Map.of("b", "c", "a", "b", "c", "a"));
    }
}
