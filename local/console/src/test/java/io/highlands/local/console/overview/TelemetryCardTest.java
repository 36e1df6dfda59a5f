// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.overview;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.highlands.local.store.StoreUsage;

import static org.assertj.core.api.Assertions.assertThat;

/** The README of the store promises: what is not on disk is counted as lost, where a user sees it. */
class TelemetryCardTest {

    private static String card(StoreUsage usage) {
        return TelemetryCard.of(usage).html();
    }

    @Test
    void whatIsLostIsCountedAndSaid() {
        String card = card(new StoreUsage(3 << 20, 1, 1, 500, 7, 2, 498, 1, Optional.of("There is no room on disk"),
                List.of("500 rows of <a> are lost")));

        assertThat(card).contains("3.0 MiB", "7 rows", ">498 rows<", ">2 rows<", ">1 row<", "There is no room on disk",
                "500 rows of &lt;a&gt; are lost");
    }

    @Test
    void whereNothingIsLostNothingIsMarked() {
        String card = card(new StoreUsage(0, 0, 0, 0, 0, 0, 0, 0, Optional.empty(), List.of()));

        assertThat(card).contains(">none<").doesNotContain("badge", "What was lost");
    }
}
