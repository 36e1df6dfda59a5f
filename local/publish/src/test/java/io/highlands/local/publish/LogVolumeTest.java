// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.highlands.local.store.NewLogEvent;
import io.highlands.local.store.Sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class LogVolumeTest {

    private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

    private final LogVolume volume = new LogVolume(Duration.ofSeconds(10));

    @Test
    void linesAndTheirBytesAreCountedByGroup() {
        volume.count("/a", List.of(line("three"), line("zwölf")));
        volume.count("/a", List.of(line("x")));

        assertThat(volume.take(START)).allSatisfy(sample -> {
            assertThat(sample.metric().dimensions()).isEqualTo(Map.of("LogGroupName", "/a"));
            assertThat(sample.time()).isEqualTo(START);
        }).extracting(sample -> sample.metric().name(), Sample::unit, sample -> sample.samples().sum())
                .containsExactlyInAnyOrder(tuple("IncomingLogEvents", "None", 3.0),
                        tuple("IncomingBytes", "Bytes", 12.0));
    }

    @Test
    void aGroupThatTookInNothingPublishesNothing() {
        volume.count("/a", List.of());
        assertThat(volume.take(START)).isEmpty();

        volume.count("/a", List.of(line("x")));
        volume.take(START);
        assertThat(volume.take(START.plusSeconds(10))).isEmpty();
    }

    private static NewLogEvent line(String message) {
        return new NewLogEvent(START, message);
    }
}
