// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.overview;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MapLayoutTest {

    private static EdgeTraffic edge(String from, String to) {
        return new EdgeTraffic(from, to, 1, 0, 1, 0, 0, 1);
    }

    @Test
    void eachServiceIsOneColumnFurtherThanTheNearestThatCallsIt() {
        MapLayout layout = new MapLayout(List.of("a", "b", "c"), List.of(edge("", "a"), edge("", "b"), edge("b", "a"),
                edge("a", "b"), edge("b", "c")));
        assertThat(layout.spot("").column()).isZero();
        assertThat(layout.spot("a").column()).isEqualTo(1);
        assertThat(layout.spot("b").column()).isEqualTo(1);
        assertThat(layout.spot("c").column()).isEqualTo(2);
        assertThat(layout.spot("a").bottom()).isLessThan(layout.spot("b").y());
    }

    @Test
    void aServiceThatNobodyCallsIsStillOnTheMap() {
        assertThat(new MapLayout(List.of("a"), List.of()).spot("a").column()).isEqualTo(1);
    }
}
