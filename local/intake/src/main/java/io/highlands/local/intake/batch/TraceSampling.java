// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.batch;

/**
 * Which traces a sample rate keeps: each whole or not at all, and the same ones at every service and with either agent,
 * because the trace's id alone decides.
 *
 * @param rule how the id decides
 * @param rate the part of all traces to keep, 0 to 1
 */
public record TraceSampling(Rule rule, double rate) {

    private static final long KNUTH_FACTOR = 1_111_111_111_111_111_111L;
    private static final double ALL = 0x1p64;
    /** The bits of an id that are random by W3C's definition: the last 56. */
    private static final long RANDOM = (1L << 56) - 1;

    /** How a trace's id decides. */
    public enum Rule {

        /**
         * The rule by which Datadog's tracers decide when they are told a rate, so that what they kept is kept here, and
         * what they kept before they were told is not.
         *
         * @see <a href=
         *      "https://github.com/DataDog/dd-trace-java/blob/master/dd-trace-core/src/main/java/datadog/trace/common/sampling/DeterministicSampler.java">
         *      dd-trace-java, DeterministicSampler</a>
         */
        DATADOG,

        /**
         * The rule of the OpenTelemetry Collector's probabilistic sampler in its mode {@code proportional}: kept is what
         * has at least the threshold {@code (1 - rate) * 2^56} in its 56 random bits.
         *
         * @see <a href="https://opentelemetry.io/docs/specs/otel/trace/tracestate-probability-sampling/">OpenTelemetry,
         *      TraceState: probability sampling</a>
         */
        PROPORTIONAL
    }

    /**
     * Whether a trace is kept.
     *
     * @param traceLow the last 64 bits of its id
     * @return whether the rule keeps it
     */
    public boolean keeps(long traceLow) {
        return rule == Rule.PROPORTIONAL
                ? rate > 0 && (traceLow & RANDOM) >= Math.round((1 - rate) * (RANDOM + 1))
                : keeps(traceLow, rate);
    }

    /**
     * Whether a trace is kept by Datadog's rule.
     *
     * @param traceLow the last 64 bits of its id
     * @param rate the sample rate, 0 to 1
     * @return whether its place among all ids lies below the rate
     */
    public static boolean keeps(long traceLow, double rate) {
        return rate >= 1 || unsigned(traceLow * KNUTH_FACTOR) < rate * ALL;
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : bits + ALL;
    }
}
