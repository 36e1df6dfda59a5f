// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Traces that have something in common.
 *
 * @param by what they are grouped by
 * @param attributes what they have in common, as a search has it
 * @param traces how many
 * @param failed how many of them failed
 * @param p50Nanos how long half of them took at most, by nearest rank, in nanoseconds
 * @param p95Nanos how long 95 of 100 took at most
 */
public record TraceGroup(By by, List<SpanAttribute> attributes, int traces, int failed, long p50Nanos,
        long p95Nanos) {

    /** How many groups there are of each kind at most: those with the most traces. */
    public static final int MAX_GROUPS = 20;

    /** What traces are grouped by. */
    public enum By {

        /** Service and route of the span that counts; its name where it has no route. */
        ROUTE,

        /** The HTTP status of the span that counts. */
        STATUS,

        /** The type of the error that was the first cause. */
        ERROR_TYPE
    }

    /** Keeps the attributes as they are now. */
    public TraceGroup {
        attributes = List.copyOf(attributes);
    }

    /**
     * Groups traces.
     *
     * @param traces which
     * @return the groups by route, by status and by type of error, the largest first; a trace without a status or an error is in
     *         no group of that kind
     */
    public static List<TraceGroup> of(List<TraceSample> traces) {
        return Stream.of(groups(By.ROUTE, traces, TraceGroup::route), groups(By.STATUS, traces, TraceGroup::status),
                groups(By.ERROR_TYPE, traces, TraceGroup::errorType)).flatMap(List::stream).toList();
    }

    private static List<SpanAttribute> route(TraceSample trace) {
        String route = trace.span().route();
        return List.of(new SpanAttribute("service", trace.span().service()),
                route.isEmpty() ? new SpanAttribute("name", trace.span().name()) : new SpanAttribute("route", route));
    }

    private static List<SpanAttribute> status(TraceSample trace) {
        int status = trace.span().httpStatus();
        return status == 0 ? List.of() : List.of(new SpanAttribute("status", Integer.toString(status)));
    }

    private static List<SpanAttribute> errorType(TraceSample trace) {
        return trace.errorType().isEmpty()
                ? List.of()
                : List.of(new SpanAttribute("error.type", trace.errorType()));
    }

    private static List<TraceGroup> groups(By by, List<TraceSample> traces,
            Function<TraceSample, List<SpanAttribute>> attributes) {
        Map<List<SpanAttribute>, List<TraceSample>> groups = traces.stream()
                .collect(Collectors.groupingBy(attributes, LinkedHashMap::new, Collectors.toList()));
        groups.remove(List.of());
        return groups.entrySet().stream().map(group -> of(by, group.getKey(), group.getValue()))
                .sorted(Comparator.comparingInt(TraceGroup::traces).reversed()
                        .thenComparing(group -> group.attributes().toString()))
                .limit(MAX_GROUPS).toList();
    }

    private static TraceGroup of(By by, List<SpanAttribute> attributes, List<TraceSample> traces) {
        return new TraceGroup(by, attributes, traces.size(),
                (int) traces.stream().filter(TraceSample::isFailed).count(),
                percentile(traces, 50), percentile(traces, 95));
    }

    /**
     * A percentile of durations by nearest rank.
     *
     * @param traces at least one
     * @param percent 1 to 100
     * @return the shortest duration that so many percent do not exceed, in nanoseconds
     */
    public static long percentile(Collection<TraceSample> traces, int percent) {
        long[] durations = traces.stream().mapToLong(TraceSample::durationNanos).sorted().toArray();
        return durations[(percent * durations.length + 99) / 100 - 1];
    }
}
