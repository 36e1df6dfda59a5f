// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All that local mode remembers. One process at a time opens a folder. */
public final class TelemetryStore implements AutoCloseable {

    private final Opening opening = new Opening();

    private final Memory memory;

    private final Problems problems;

    private final Writer writer;

    private final MetricStore metrics;

    private final LogStore logs;

    private final SpanStore spans;

    private TelemetryStore(StoreOptions options, Consumer<String> report) {
        problems = new Problems(report);
        memory = new Memory(options, opening, problems);
        writer = new Writer(options, memory, opening, problems);
        metrics = new MetricStore(memory, opening);
        logs = new LogStore(memory, opening, options.clock());
        spans = new SpanStore(memory, opening, options);
    }

    /**
     * Opens the store. It takes data at once, while its files are opened in the background; whoever reads waits for that.
     *
     * @param options its settings
     * @return the store
     */
    public static TelemetryStore open(StoreOptions options) {
        return open(options, line -> {});
    }

    /**
     * Opens the store, with someone who is told what goes wrong with its files.
     *
     * @param options its settings
     * @param report takes one line for each thing that goes wrong: a damaged file set aside, a full disk
     * @return the store
     */
    public static TelemetryStore open(StoreOptions options, Consumer<String> report) {
        TelemetryStore store = new TelemetryStore(options, report);
        store.writer.start();
        return store;
    }

    /** {@return where metrics are written and read} */
    public MetricStore metrics() {
        return metrics;
    }

    /** {@return where log events are written and read} */
    public LogStore logs() {
        return logs;
    }

    /** {@return where spans are written and read} */
    public SpanStore spans() {
        return spans;
    }

    /**
     * State and histories.
     *
     * @return the states
     */
    public StateStore states() {
        return memory.states();
    }

    /**
     * What the store holds and how it fares. It does not wait for the files to be open.
     *
     * @return the figures of this moment
     */
    public StoreUsage usage() {
        List<Slice> slices = opening.files()
                .map(files -> Stream.of(files.slices(), files.spans()).flatMap(kind -> kind.all().stream()).toList())
                .orElse(List.of());
        synchronized (memory.intake()) {
            return new StoreUsage(slices.stream().mapToLong(Slice::bytes).sum(), slices.size(),
                    memory.series().size(), memory.intake().stored(), memory.intake().pending(),
                    memory.intake().dropped(), problems.lost(), problems.unreadable(), problems.current(),
                    problems.notes());
        }
    }

    /**
     * Lets the disk be full, as a fault: nothing can be written until it has room again.
     *
     * @param full whether it is
     */
    public void full(boolean full) {
        writer.full(full);
    }

    /** Writes what is not yet on disk, and closes the files. */
    @Override
    public void close() {
        writer.close();
    }
}
