// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.List;
import java.util.Map;

/** All that is kept in memory; the intake's monitor guards everything but the states, which guard themselves. */
final class Memory {

    private final Intake intake = new Intake();

    private final SeriesIndex series;

    private final RecentSamples recent;

    private final LogIndex logs;

    private final UnwrittenSpans spans;

    private final StateStore states;

    private final StoreOptions options;

    private int lastSeries;

    private int lastStream;

    Memory(StoreOptions options, Opening opening, Problems problems) {
        this.options = options;
        this.series = new SeriesIndex(options.maxSeries());
        this.recent = new RecentSamples(series, options.recentRows(), oldestRecent());
        this.logs = new LogIndex(options.maxSeries());
        this.spans = new UnwrittenSpans(intake);
        this.states = new StateStore(opening, problems);
    }

    Intake intake() {
        return intake;
    }

    SeriesIndex series() {
        return series;
    }

    RecentSamples recent() {
        return recent;
    }

    LogIndex logs() {
        return logs;
    }

    UnwrittenSpans spans() {
        return spans;
    }

    StateStore states() {
        return states;
    }

    /** The highest numbers that the files have given out. */
    void numbers(int series, int stream) {
        lastSeries = series;
        lastStream = stream;
    }

    /** Adds the highest numbers of series and streams. */
    void count(Map<String, Long> numbers) {
        synchronized (intake) {
            numbers.put(Account.LAST_SERIES, (long) lastSeries);
            numbers.put(Account.LAST_STREAM, (long) lastStream);
        }
    }

    /** Numbers what is written for the first time. Only the writing thread calls it. */
    void number(List<Row> rows) {
        synchronized (intake) {
            for (Row row : rows) {
                if (row instanceof SampleRow sample && sample.series().id() == Series.UNNUMBERED) {
                    sample.series().number(++lastSeries);
                } else if (row instanceof LogRow log && log.stream().id() == Series.UNNUMBERED) {
                    log.stream().number(++lastStream);
                }
            }
        }
    }

    /** These rows are in files now. */
    void written(List<Row> rows) {
        synchronized (intake) {
            intake.remove(rows);
            logs.forgetWritten(rows);
            spans.forgetWritten();
        }
        trim();
    }

    /** Forgets samples that are older than memory holds them, or more than it holds. */
    void trim() {
        long now = options.clock().instant().getEpochSecond();
        synchronized (intake) {
            // in steps, since each one looks at all samples
            long oldest = oldestRecent();
            recent.trim(oldest - recent.horizon() > options.recent().toSeconds() / 60 ? oldest : 0, now);
        }
    }

    /** Forgets metrics and streams of which no file has anything any more. */
    void forgetBefore(long second) {
        synchronized (intake) {
            series.forgetBefore(second);
            logs.forgetBefore(second * 1000);
        }
    }

    private long oldestRecent() {
        return options.clock().instant().getEpochSecond() - options.recent().toSeconds();
    }
}
