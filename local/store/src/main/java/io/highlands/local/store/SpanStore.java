// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;

/** Writes and reads spans, by trace and by time. */
public final class SpanStore {

    private static final long SECOND = 1_000_000_000L;

    /** How far ahead of this machine's clock a span may begin: beyond, its clock is wrong, and its file would never go. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Intake intake;

    private final UnwrittenSpans unwritten;

    private final Opening opening;

    private final StoreOptions options;

    private long stored;

    private long dropped;

    SpanStore(Memory memory, Opening opening, StoreOptions options) {
        this.intake = memory.intake();
        this.unwritten = memory.spans();
        this.opening = opening;
        this.options = options;
    }

    /**
     * Takes spans. They can be read at once, and are on disk within a second. Those that began before what is kept, or more
     * than a day ahead of this machine's clock, are counted as dropped.
     *
     * @param batch the spans
     * @return false when nothing of the batch was taken, because the store is behind with writing: the caller may try again
     */
    public boolean put(List<Span> batch) {
        long now = options.clock().instant().getEpochSecond();
        long earliest = Math.max(0, now - options.maxAge().toSeconds()) * SECOND;
        long latest = (now + AHEAD.toSeconds()) * SECOND;
        List<SpanRow> rows = new ArrayList<>(batch.size());
        long weight = 0;
        for (Span span : batch) {
            if (span.startNanos() >= earliest && span.startNanos() <= latest) {
                SpanRow row = SpanRow.of(span);
                rows.add(row);
                weight += row.weight();
            }
        }
        int outside = batch.size() - rows.size();
        synchronized (intake) {
            if (!intake.hasRoom(Lane.SPANS, weight, batch.size())) {
                dropped += batch.size();
                return false;
            }
            intake.drop(outside);
            dropped += outside;
            intake.add(rows);
            unwritten.addAll(rows);
            stored += rows.size();
        }
        return true;
    }

    /**
     * Reads what is kept of a trace id.
     *
     * @param id its id
     * @return its spans by start, none when nothing of it is known
     */
    public List<Span> trace(TraceId id) {
        List<Span> found = new ArrayList<>();
        read(row -> row.span().trace().equals(id), row -> found.add(row.whole()),
                files -> found.addAll(files.trace(id)));
        found.sort(Comparator.comparingLong(Span::startNanos));
        return found;
    }

    /**
     * Reads what is kept of several traces together, which takes less than one by one.
     *
     * @param ids their ids
     * @param kept what is kept of each span as it is read, so that no more than that is in memory together
     * @return the spans of each by start; none of those of which nothing is known
     */
    public Map<TraceId, List<Span>> traces(Collection<TraceId> ids, UnaryOperator<Span> kept) {
        Map<TraceId, List<Span>> found = new HashMap<>();
        ids.forEach(id -> found.put(id, new ArrayList<>()));
        if (found.isEmpty()) {
            return found;
        }
        read(row -> found.containsKey(row.span().trace()),
                row -> found.get(row.span().trace()).add(kept.apply(row.whole())),
                files -> files.traces(found.keySet(), span -> {
                    List<Span> known = found.get(span.trace());
                    if (known != null) {
                        known.add(kept.apply(span));
                    }
                }));
        found.values().forEach(spans -> spans.sort(Comparator.comparingLong(Span::startNanos)));
        return found;
    }

    /**
     * Local roots. A text is also found in the names of the other spans of a trace: of those that are as far on their way to disk
     * as the root.
     *
     * @param query which
     * @return at most as many as the query allows, in its order, without their attributes
     */
    public List<Span> roots(SpanQuery query) {
        List<Span> found = new ArrayList<>();
        SpanQuery others = query.withoutText();
        Set<TraceId> named = query.text().isEmpty()
                ? Set.of()
                : unwritten.snapshot().rows().stream().map(SpanRow::span).filter(query::isNamed).map(Span::trace)
                        .collect(Collectors.toSet());
        read(row -> query.matches(row.span())
                || named.contains(row.span().trace()) && others.matches(row.span()), row -> found.add(row.span()),
                files -> found.addAll(files.roots(query)));
        return found.stream().sorted(query.order()).limit(query.limit()).toList();
    }

    /**
     * The local roots and CLIENT spans of a service.
     *
     * @param service whose
     * @param from when they may begin first, in nanoseconds since 1970
     * @param until when they may no longer begin
     * @param limit how many at most; the newest are kept
     * @return the spans by start
     */
    public List<Span> calls(String service, long from, long until, int limit) {
        List<Span> found = new ArrayList<>();
        read(row -> isCall(row.span()) && row.span().service().equals(service) && row.span().startNanos() >= from
                && row.span().startNanos() < until, row -> found.add(row.whole()),
                files -> found.addAll(files.calls(service, from, until, limit)));
        found.sort(Comparator.comparingLong(Span::startNanos));
        return List.copyOf(found.subList(Math.max(0, found.size() - limit), found.size()));
    }

    /**
     * Spans that fit conditions, also those that are not on disk yet.
     *
     * @param search which
     * @return at most as many as the search allows, in its order, without their attributes
     */
    public SpanMatches search(SpanSearch search) {
        long deadline = System.nanoTime() + search.timeout().toNanos();
        opening.await();
        UnwrittenSpans.Snapshot snapshot = unwritten.snapshot();
        List<Span> inMemory = snapshot.rows().stream().map(SpanRow::whole).filter(search::matches)
                .map(span -> span.with(Map.of())).toList();
        return opening.files().map(files -> new SpanSearchRead(files, snapshot.flushed(), search, deadline)
                .search(inMemory))
                .orElseGet(() -> new SpanMatches(
                        inMemory.stream().sorted(search.order()).limit(search.limit()).toList(),
                        inMemory.size() > search.limit(), OptionalLong.empty()));
    }

    private static boolean isCall(Span span) {
        return span.localRoot() || span.kind() == SpanKind.CLIENT;
    }

    /**
     * What is known of traces as a whole.
     *
     * @param traces which
     * @return one for each of them, also where nothing is known
     */
    public Map<TraceId, SpanTotals> totals(Collection<TraceId> traces) {
        Map<TraceId, SpanTotals> totals = new HashMap<>();
        traces.forEach(trace -> totals.put(trace, new SpanTotals()));
        if (totals.isEmpty()) {
            return totals;
        }
        read(row -> totals.containsKey(row.span().trace()), row -> totals.get(row.span().trace())
                .add(row.span().service(), 1, row.span().status() == SpanStatus.ERROR),
                files -> files.totals(List.copyOf(totals.keySet()), row -> {
                    SpanTotals known = totals.get(new TraceId(row.getLong(1), row.getLong(2)));
                    if (known != null) {
                        known.add(row.getString(3), row.getInt(4), row.getInt(5) == SpanStatus.ERROR.ordinal());
                    }
                }));
        return totals;
    }

    /**
     * Services that spans name.
     *
     * @param from since when, in nanoseconds since 1970
     * @return their names in order
     */
    public List<String> services(long from) {
        Set<String> services = new TreeSet<>();
        read(row -> row.span().startNanos() >= from, row -> services.add(row.span().service()),
                files -> files.services(from, row -> services.add(row.getString(1))));
        return List.copyOf(services);
    }

    /**
     * Spans taken since the start.
     *
     * @return their number
     */
    public long stored() {
        synchronized (intake) {
            return stored;
        }
    }

    /**
     * Spans turned away since the start.
     *
     * @return their number
     */
    public long dropped() {
        synchronized (intake) {
            return dropped;
        }
    }

    private void read(Predicate<SpanRow> wanted, Consumer<SpanRow> inMemory, Consumer<SpanRead> inFiles) {
        opening.await();
        UnwrittenSpans.Snapshot snapshot = unwritten.snapshot();
        snapshot.rows().stream().filter(wanted).forEach(inMemory);
        opening.files().ifPresent(files -> inFiles.accept(new SpanRead(files, snapshot.flushed())));
    }
}
