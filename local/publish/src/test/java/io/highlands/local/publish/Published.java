// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.local.store.Sample;

/** What a batch would publish. */
record Published(List<Sample> samples) {

    static final Instant START = Instant.parse("2026-01-05T12:00:10Z");

    static Batch batch() {
        return new Batch(START, Duration.ofSeconds(10));
    }

    static Published of(Batch batch) {
        return new Published(batch.samples());
    }

    Optional<Sample> find(String name, Map<String, String> dimensions) {
        return samples.stream().filter(sample -> sample.metric().name().equals(name)
                && sample.metric().dimensions().equals(dimensions)).findFirst();
    }

    double sum(String name, Map<String, String> dimensions) {
        return find(name, dimensions).orElseThrow(() -> new AssertionError("no " + name + " with " + dimensions
                + " in " + samples.stream().map(Sample::metric).toList())).samples().sum();
    }
}
