// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.statsd;

/** Takes samples of metrics. */
@FunctionalInterface
public interface MetricSink {

    /**
     * Takes a sample. It must be quick: the next datagram waits.
     *
     * @param sample the sample
     */
    void take(StatsdSample sample);
}
