// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.batch;

/**
 * Which traces a sample rate keeps: each whole or not at all, and the same ones at every service, because the trace's own
 * random bits decide.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/trace/tracestate-probability-sampling/">OpenTelemetry, probability
 *      sampling</a>
 */
public final class TraceSampling {

    private static final long RANDOM_BITS = (1L << 56) - 1;

    private TraceSampling() {
    }

    /**
     * Whether a trace is kept.
     *
     * @param traceLow the last 64 bits of its id
     * @param rate the sample rate, 0 to 1
     * @return whether its last 56 bits reach the rate's threshold
     */
    public static boolean keeps(long traceLow, double rate) {
        return (traceLow & RANDOM_BITS) >= (1 - rate) * (RANDOM_BITS + 1);
    }
}
