// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.DoubleStream;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.cloudwatch.model.statistics.Statistic;

/** Made-up recordings for replays: one sample a minute, - where there is none, "5x10" for ten times 5. */
final class Recording {

    static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

    private Recording() {
    }

    /** The end of a minute of the recording, counted from 1. */
    static Instant minute(int number) {
        return START.plus(Duration.ofMinutes(number));
    }

    static RecordedMetric of(String samples) {
        double[] values = Arrays.stream(samples.split(" ")).flatMapToDouble(word -> {
            String[] parts = word.split("x");
            double value = parts[0].equals("-") ? Double.NaN : Double.parseDouble(parts[0]);
            return DoubleStream.generate(() -> value)
                    .limit(parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
        }).toArray();
        return RecordedMetric
                .of(TimeSeries.of("recorded", new Range(START, Duration.ofMinutes(1), values.length), values));
    }

    static AlarmInput sum(String samples) {
        return AlarmInput.of(Statistic.parse("Sum"), of(samples));
    }
}
