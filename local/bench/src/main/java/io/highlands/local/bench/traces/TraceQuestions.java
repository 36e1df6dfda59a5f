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
import io.highlands.local.traces.TraceSearch;
import io.highlands.local.traces.TraceSummary;
import io.highlands.local.traces.Traces;
import io.highlands.local.traces.search.SearchText;

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

    /** Searches over all that is stored, by their text, each with whether it finds anything. */
    private static Map<String, Boolean> searches(String query) {
        Map<String, Boolean> searches = new LinkedHashMap<>();
        searches.put("http.response.status_code>=500 service-b route=/route/3 duration>10ms", true);
        searches.put("error", true);
        searches.put("name=GET kind=client duration>60ms", true);
        searches.put("thread.name=tomcat-handler-7 service-a", true);
        searches.put("network.peer.port<40002", true);
        searches.put("network.peer.port>90000", false);
        searches.put("url.query=" + query, true);
        searches.put("url.query=order=none", false);
        searches.put("customer.tier=*", false);
        return searches;
    }

    /** Searches by attribute over all that is stored, by what they look for; an order's number is each time another. */
    Map<String, Percentiles> searches() throws Exception {
        Map<String, Percentiles> took = new LinkedHashMap<>();
        for (int i = 0; i < ROUNDS; i++) {
            for (Map.Entry<String, Boolean> search : searches(BenchSpan.query(any().low())).entrySet()) {
                String what = search.getKey().startsWith("url.query=order=") && search.getValue()
                        ? "url.query=order=N"
                        : search.getKey();
                search(took.computeIfAbsent(what, key -> new Percentiles()), search.getKey(), search.getValue());
            }
        }
        return took;
    }

    /** A search whose terms are all frequent and never meet, so that it reads everything. */
    Percentiles longestSearch() throws Exception {
        Percentiles took = new Percentiles();
        for (int i = 0; i < 3; i++) {
            search(took, "thread.name=tomcat-handler-7 network.peer.port=40008", false);
        }
        return took;
    }

    private void search(Percentiles took, String text, boolean isThere) throws Exception {
        TraceSearch asked = new TraceSearch(from, to, SearchText.read(text), Order.NEWEST, LIMIT,
                Duration.ofMinutes(1));
        took.time(() -> {
            int found = traces.search(asked).traces().size();
            if (found > 0 != isThere) {
                throw new IllegalStateException(text + ": " + found + " traces");
            }
        });
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
