// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.batch;

/**
 * Which traces a sample rate keeps: each whole or not at all, and the same ones at every service and with either agent,
 * because the trace's id alone decides. It is the rule by which Datadog's tracers decide when they are told a rate, so that
 * what they kept is kept here, and what they kept before they were told is not.
 *
 * @see <a href=
 *      "https://github.com/DataDog/dd-trace-java/blob/master/dd-trace-core/src/main/java/datadog/trace/common/sampling/DeterministicSampler.java">
 *      dd-trace-java, DeterministicSampler</a>
 */
public final class TraceSampling {

    private static final long KNUTH_FACTOR = 1_111_111_111_111_111_111L;
    private static final double ALL = 0x1p64;

    private TraceSampling() {
    }

    /**
     * Whether a trace is kept.
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
