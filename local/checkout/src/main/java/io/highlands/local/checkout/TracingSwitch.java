// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import io.highlands.local.control.ControlException;

/**
 * The tracing switch of an environment, as its file has it. What it leaves out has the default of platform-infra.
 *
 * @param enabled whether tasks have a Java agent and the sidecar of the backend
 * @param backend where traces are kept; empty where the file does not say
 * @param agent which Java agent; empty where the file does not say
 * @param sampleRate share of traces that are kept, 0 to 1; empty where the file does not say
 */
public record TracingSwitch(boolean enabled, Optional<String> backend, Optional<String> agent,
        Optional<BigDecimal> sampleRate) {

    /** Where traces can be kept. */
    public static final List<String> BACKENDS = List.of("datadog", "aws");

    /** Which Java agents there are. */
    public static final List<String> AGENTS = List.of("datadog", "opentelemetry");

    /** What platform-infra takes where a file names neither backend nor agent. */
    public static final String DEFAULT_AGENT = "datadog";

    /** The only agent whose traces AWS takes, and what platform-infra takes there where a file names none. */
    static final String OPENTELEMETRY = "opentelemetry";

    static final String AWS = "aws";

    /** What platform-infra takes where a file names no sample rate. */
    public static final BigDecimal DEFAULT_SAMPLE_RATE = new BigDecimal("0.1");

    static final String SECTION = "tracing";
    static final String ENABLED = "enabled";
    static final String BACKEND = "backend";
    static final String AGENT = "agent";
    static final String SAMPLE_RATE = "sampleRate";

    /**
     * What an operator asks for.
     *
     * @param enabled on or off
     * @param backend the backend, or null to leave it as it is
     * @param agent the agent, or null to leave it as it is
     * @param sampleRate the rate, or null to leave it as it is
     * @return the wish
     * @throws ControlException for a backend, an agent or a rate that there is not, and for an agent that the backend does
     *             not take
     */
    public static TracingSwitch wish(boolean enabled, String backend, String agent, String sampleRate) {
        if (backend != null && !BACKENDS.contains(backend)) {
            throw new ControlException("--backend " + backend + ": allowed are " + String.join(", ", BACKENDS));
        }
        if (AWS.equals(backend) && agent != null && !agent.equals(OPENTELEMETRY)) {
            throw new ControlException("--agent " + agent + ": allowed with --backend aws is " + OPENTELEMETRY);
        }
        if (agent != null && !AGENTS.contains(agent)) {
            throw new ControlException("--agent " + agent + ": allowed are " + String.join(", ", AGENTS));
        }
        return new TracingSwitch(enabled, Optional.ofNullable(backend), Optional.ofNullable(agent),
                Optional.ofNullable(sampleRate).map(TracingSwitch::rate));
    }

    private static BigDecimal rate(String text) {
        try {
            BigDecimal rate = new BigDecimal(text);
            if (rate.signum() >= 0 && rate.compareTo(BigDecimal.ONE) <= 0 && rate.scale() <= 9) {
                return rate;
            }
        } catch (NumberFormatException none) {
            // Said below.
        }
        throw new ControlException("--sample-rate " + text + ": allowed are 0 to 1, such as 0.25");
    }

    /** In words: {@code on, backend datadog (default), agent datadog, sample rate 0.1 (default)}. */
    @Override
    public String toString() {
        return enabled
                ? "on, backend " + backendText() + ", agent " + agentText() + ", sample rate " + rateText()
                : "off";
    }

    /**
     * The backend in words.
     *
     * @return its name, and whether that is the default
     */
    public String backendText() {
        return backend.orElse(BACKENDS.getFirst() + " (default)");
    }

    /**
     * The agent in words.
     *
     * @return its name, and whether that is the default
     */
    public String agentText() {
        return agent.orElse((backend.equals(Optional.of(AWS)) ? OPENTELEMETRY : DEFAULT_AGENT) + " (default)");
    }

    /**
     * The sample rate in words.
     *
     * @return the rate, and whether that is the default
     */
    public String rateText() {
        return sampleRate.map(TracingSwitch::plain).orElse(DEFAULT_SAMPLE_RATE + " (default)");
    }

    /** A rate as people write it: 0.25, 1.0. */
    static String plain(BigDecimal rate) {
        BigDecimal stripped = rate.stripTrailingZeros();
        return (stripped.scale() < 1 ? stripped.setScale(1) : stripped).toPlainString();
    }
}
