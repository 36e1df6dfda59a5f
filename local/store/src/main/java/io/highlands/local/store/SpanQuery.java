// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanStatus;

/**
 * Which local roots to read. Every condition that is given must hold.
 *
 * @param from when they may begin first, in nanoseconds since 1970
 * @param until when they may no longer begin
 * @param service service.name
 * @param route http.route
 * @param failed only those that failed, or only those that did not
 * @param httpStatus http.response.status_code
 * @param atLeastNanos how long they took at least
 * @param text what name, route, error, request id or trace id contain, or the name of another span of the trace, in any case
 * @param entryOnly only those without a parent
 * @param slowestFirst whether the slowest come first, not the newest
 * @param limit how many at most
 */
public record SpanQuery(long from, long until, Optional<String> service, Optional<String> route,
        Optional<Boolean> failed, Optional<Integer> httpStatus, long atLeastNanos, Optional<String> text,
        boolean entryOnly, boolean slowestFirst, int limit) {

    private static final int HEX = 32;

    /** Keeps the text in lower case. */
    public SpanQuery {
        text = text.map(given -> given.toLowerCase(Locale.ROOT)).filter(given -> !given.isEmpty());
    }

    /**
     * The same query with another limit.
     *
     * @param spans how many spans at most
     * @return the query
     */
    public SpanQuery atMost(int spans) {
        return new SpanQuery(from, until, service, route, failed, httpStatus, atLeastNanos, text, entryOnly,
                slowestFirst, spans);
    }

    Comparator<Span> order() {
        Comparator<Span> newest = Comparator.comparingLong(Span::startNanos).reversed();
        return slowestFirst ? Comparator.comparingLong(Span::durationNanos).reversed().thenComparing(newest) : newest;
    }

    /** The same query for any text. */
    SpanQuery withoutText() {
        return new SpanQuery(from, until, service, route, failed, httpStatus, atLeastNanos, Optional.empty(), entryOnly,
                slowestFirst, limit);
    }

    /** Whether a span's name has the text that is asked for; false where none is. */
    boolean isNamed(Span span) {
        return text.map(wanted -> span.name().toLowerCase(Locale.ROOT).contains(wanted)).orElse(false);
    }

    boolean matches(Span span) {
        return span.localRoot() && span.startNanos() >= from && span.startNanos() < until
                && span.durationNanos() >= atLeastNanos && (!entryOnly || span.parent() == 0)
                && service.map(span.service()::equals).orElse(true) && route.map(span.route()::equals).orElse(true)
                && failed.map(wanted -> wanted == (span.status() == SpanStatus.ERROR)).orElse(true)
                && httpStatus.map(wanted -> wanted == span.httpStatus()).orElse(true)
                && text.map(wanted -> hasText(span, wanted)).orElse(true);
    }

    private static boolean hasText(Span span, String wanted) {
        return Stream.of(span.name(), span.route(), span.error(), span.requestId(), span.trace().toString())
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /**
     * The conditions as SQL for a stretch of the time that is asked for, with a place for each of {@link #texts}.
     *
     * @param inner the table of the other spans, whose names count as well
     */
    String where(long begin, long end, String inner) {
        List<String> conditions = new ArrayList<>(List.of("start >= " + begin, "start < " + end));
        service.ifPresent(given -> conditions.add("service = ?"));
        route.ifPresent(given -> conditions.add("route = ?"));
        failed.ifPresent(
                wanted -> conditions.add("status " + (wanted ? "=" : "<>") + " " + SpanStatus.ERROR.ordinal()));
        httpStatus.ifPresent(wanted -> conditions.add("http_status = " + wanted));
        if (atLeastNanos > 0) {
            conditions.add("duration >= " + atLeastNanos);
        }
        if (entryOnly) {
            conditions.add("parent = 0");
        }
        text.ifPresent(wanted -> conditions.add("(contains(lower(name), ?) OR contains(lower(route), ?) "
                + "OR contains(lower(error), ?) OR contains(lower(request_id), ?) OR (trace_high, trace_low) IN "
                + "(SELECT (trace_high, trace_low) FROM " + inner + " WHERE contains(lower(name), ?))"
                + (isHex(wanted)
                        ? " OR contains(lpad(lower(to_hex(trace_high)), 16, '0') "
                                + "|| lpad(lower(to_hex(trace_low)), 16, '0'), ?)"
                        : "")
                + ")"));
        return String.join(" AND ", conditions);
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>();
        service.ifPresent(texts::add);
        route.ifPresent(texts::add);
        text.ifPresent(wanted -> {
            for (int i = 0; i < (isHex(wanted) ? 6 : 5); i++) {
                texts.add(wanted);
            }
        });
        return texts;
    }

    private static boolean isHex(String wanted) {
        return wanted.length() <= HEX && wanted.chars().allMatch(digit -> Character.digit(digit, 16) >= 0);
    }
}
