// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake;

import java.time.Clock;
import java.util.function.Supplier;

import io.highlands.local.intake.batch.TraceSampling;

/**
 * Where traces are taken in, and how many are kept.
 *
 * @param datadogPort TCP on 127.0.0.1; 8126 by default, 0 for any that is free
 * @param otlpPort TCP on 127.0.0.1; 4318 by default, 0 for any that is free
 * @param statsdPort UDP on 127.0.0.1; 8125 by default, 0 for any that is free
 * @param sampling which traces to keep, asked for anew with every request
 * @param clock this machine's time; spans that are too old or too new are refused by it
 */
public record IntakeOptions(int datadogPort, int otlpPort, int statsdPort, Supplier<TraceSampling> sampling,
        Clock clock) {

    /** Where Datadog's tracers send to. */
    public static final int DATADOG_PORT = 8126;

    /** Where OTLP exporters send to. */
    public static final int OTLP_PORT = 4318;

    /** Where DogStatsD clients send to. */
    public static final int STATSD_PORT = 8125;

    /**
     * Ports that are free, for tests and measurements.
     *
     * @param sampleRate the part of all traces to keep, 0 to 1
     * @return the options
     */
    public static IntakeOptions anywhere(double sampleRate) {
        TraceSampling sampling = new TraceSampling(TraceSampling.Rule.DATADOG, sampleRate);
        return new IntakeOptions(0, 0, 0, () -> sampling, Clock.systemUTC());
    }
}
