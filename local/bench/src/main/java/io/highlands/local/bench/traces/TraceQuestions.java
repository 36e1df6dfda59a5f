// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.traces;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import io.highlands.local.span.TraceId;
import io.highlands.local.traces.TraceFilter;
import io.highlands.local.traces.TraceFilter.Order;
import io.highlands.local.traces.TraceSummary;
import io.highlands.local.traces.Traces;

/** What somebody who looks for a trace asks. */
final class TraceQuestions {

    private static final int LOOKUPS = 200;

    private static final int ROUNDS = 20;

    private static final int LIMIT = 50;

    private final Traces traces;

    private final long sent;

    private final Instant from;

    private final Instant to = Instant.now();

    TraceQuestions(Traces traces, long sent, Instant from) {
        this.traces = traces;
        this.sent = sent;
        this.from = from;
    }

    /** One trace by its id, each time another. */
    Percentiles lookups() throws Exception {
        Percentiles took = new Percentiles();
        for (int i = 0; i < LOOKUPS; i++) {
            TraceId id = any();
            took.time(() -> {
                int spans = traces.find(id).size();
                if (spans != BenchSpan.SPANS) {
                    throw new IllegalStateException("trace " + id + " has " + spans + " spans");
                }
            });
        }
        return took;
    }

    private TraceId any() {
        return new TraceId(BenchSpan.HIGH, Mark.traceId(ThreadLocalRandom.current().nextLong(sent)));
    }

    /** Lists of 50 traces over all that is stored, by what they ask for. */
    Map<String, Percentiles> lists() throws Exception {
        Map<String, Percentiles> took = new LinkedHashMap<>();
        for (int i = 0; i < ROUNDS; i++) {
            TraceFilter all = TraceFilter.newest(from, to, LIMIT);
            time(took, "newest", all);
            time(took, "service and route", with(all, Optional.of("service-a"), Optional.of("/route/3")));
            time(took, "failed", new TraceFilter(from, to, all.service(), all.route(), Optional.of(true),
                    Optional.of(500), Duration.ZERO, all.text(), true, Order.NEWEST, LIMIT));
            time(took, "minimum duration", new TraceFilter(from, to, Optional.of("service-b"), all.route(),
                    all.failed(), all.httpStatus(), Duration.ofMillis(60), all.text(), true, Order.NEWEST, LIMIT));
            time(took, "slowest", new TraceFilter(from, to, Optional.of("service-b"), all.route(), all.failed(),
                    all.httpStatus(), Duration.ZERO, all.text(), true, Order.SLOWEST, LIMIT));
            time(took, "a request id", text(all, Long.toHexString(any().low()) + "-a7"));
            time(took, "a text that nothing has", text(all, "no such text"));
        }
        return took;
    }

    private static TraceFilter with(TraceFilter all, Optional<String> service, Optional<String> route) {
        return new TraceFilter(all.from(), all.to(), service, route, all.failed(), all.httpStatus(), all.atLeast(),
                all.text(), false, all.order(), all.limit());
    }

    private static TraceFilter text(TraceFilter all, String text) {
        return new TraceFilter(all.from(), all.to(), all.service(), all.route(), all.failed(), all.httpStatus(),
                all.atLeast(), Optional.of(text), true, all.order(), all.limit());
    }

    private void time(Map<String, Percentiles> took, String what, TraceFilter filter) throws Exception {
        took.computeIfAbsent(what, key -> new Percentiles()).time(() -> {
            List<TraceSummary> found = traces.list(filter);
            if (found.isEmpty() != what.startsWith("a text")) {
                throw new IllegalStateException(what + ": " + found.size() + " traces");
            }
        });
    }
}
