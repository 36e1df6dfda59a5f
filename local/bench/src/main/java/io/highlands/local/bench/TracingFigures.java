// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a position of the tracing switch costs.
 *
 * @param switchSeconds from the command until the first whole trace, or until no task has an agent
 * @param restartSeconds a rolling restart of service-c
 * @param memoryMiB proportional set size of all processes
 * @param cpuMillis CPU time of all services per request
 * @param p50 median latency in milliseconds
 * @param p99 99th percentile of latency in milliseconds
 * @param sent requests
 * @param traces traces that went through all three services
 */
record TracingFigures(double switchSeconds, double restartSeconds, double memoryMiB, double cpuMillis, double p50,
        double p99, int sent, int traces) {

    String line(String name) {
        return ("%-14s switched in %.1f s, restart of service-c %.1f s, %.0f MiB PSS, %.1f ms CPU a request, p50 %.1f ms,"
                + " p99 %.0f ms, %d requests, %d traces").formatted(name, switchSeconds, restartSeconds, memoryMiB,
                        cpuMillis, p50, p99, sent, traces);
    }

    static String median(String name, List<TracingFigures> rounds) {
        return "median of " + rounds.size() + ": " + new TracingFigures(of(rounds, TracingFigures::switchSeconds),
                of(rounds, TracingFigures::restartSeconds), of(rounds, TracingFigures::memoryMiB),
                of(rounds, TracingFigures::cpuMillis), of(rounds, TracingFigures::p50),
                of(rounds, TracingFigures::p99), rounds.stream().mapToInt(TracingFigures::sent).sum(),
                rounds.stream().mapToInt(TracingFigures::traces).sum()).line(name);
    }

    private static double of(List<TracingFigures> rounds, ToDoubleFunction<TracingFigures> figure) {
        return Figures.median(rounds.stream().mapToDouble(figure).boxed().toList());
    }
}
