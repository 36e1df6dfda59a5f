// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.ApplyRequest;
import io.highlands.local.control.message.TraceEntry;

/** The running platform's tasks and traces, counted. */
final class TracedTasks {

    private static final Duration TIMEOUT = Duration.ofMinutes(8);
    /** The control interface lists at most 1,000 traces: at 50 requests a second, 20 s of them. */
    private static final Duration WINDOW = Duration.ofSeconds(5);

    private final ControlClient client;

    TracedTasks(Checkout checkout) {
        client = ControlClient.find(checkout.state())
                .orElseThrow(() -> new ControlException("the platform is not running"));
    }

    void roll(Path assembly) {
        client.apply(new ApplyRequest(assembly.toString(), true), TIMEOUT);
    }

    double restartSeconds() {
        long began = System.nanoTime();
        client.restart("service-c", TIMEOUT);
        return (System.nanoTime() - began) / 1e9;
    }

    /** Everything: the services, and this process with proxies, intake and store. */
    double memoryMiB() {
        return ProcessMemory.treeMiB(client.pid()).values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The services alone. */
    double servicesMiB() {
        Map<Long, Double> sizes = ProcessMemory.treeMiB(client.pid());
        return sizes.entrySet().stream().filter(size -> size.getKey() != client.pid())
                .mapToDouble(Map.Entry::getValue).sum();
    }

    /** CPU time that the processes of all tasks have used so far. */
    double cpuSeconds() {
        return client.status().tasks().stream().flatMapToLong(task -> task.process().stream())
                .mapToObj(ProcessHandle::of)
                .mapToDouble(process -> process.flatMap(handle -> handle.info().totalCpuDuration())
                        .map(time -> time.toNanos() / 1e9).orElse(0.0))
                .sum();
    }

    /** Traces that began in a window and went through all three services. */
    int wholeTraces(Instant from, Instant until) {
        return count(from, until, trace -> trace.services() == 3);
    }

    /** Traces that began in a window. */
    int traces(Instant from, Instant until) {
        return count(from, until, trace -> true);
    }

    private int count(Instant from, Instant until, Predicate<TraceEntry> which) {
        int count = 0;
        for (Instant at = from; at.isBefore(until); at = at.plus(WINDOW)) {
            Instant end = at.plus(WINDOW).isBefore(until) ? at.plus(WINDOW) : until;
            count += (int) client.traces(at, end).stream().filter(which).count();
        }
        return count;
    }
}
