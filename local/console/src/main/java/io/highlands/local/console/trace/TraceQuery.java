// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.highlands.local.console.web.Request;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.store.SpanCondition;
import io.highlands.local.store.SpanCondition.Comparison;
import io.highlands.local.traces.TraceFilter;
import io.highlands.local.traces.TraceFilter.Order;
import io.highlands.local.traces.TraceSearch;
import io.highlands.local.traces.search.SearchException;
import io.highlands.local.traces.search.SearchText;

/** What the list of traces is asked for: read from an address, shown as a form, written as an address again. */
final class TraceQuery {

    static final int ROWS = 100;

    private static final double NANOS_PER_MILLI = 1_000_000;

    /** An hour. */
    private static final double MAX_MILLIS = 3_600_000;

    private final TimeRange range;

    private final Map<String, String> words = new LinkedHashMap<>();

    TraceQuery(Request request, TimeRange range) {
        this(request::value, range);
    }

    /** A question whose fields are given by their names. */
    TraceQuery(Function<String, Optional<String>> fields, TimeRange range) {
        this.range = range;
        for (String name : List.of("q", "service", "route", "outcome", "status", "min", "text", "order")) {
            fields.apply(name).ifPresent(value -> words.put(name, value.strip()));
        }
    }

    TimeRange range() {
        return range;
    }

    private Optional<String> word(String name) {
        return Optional.ofNullable(words.get(name));
    }

    /** The first request of each trace, unless a condition is about a request within it. */
    private boolean entryOnly() {
        return word("service").isEmpty() && word("route").isEmpty() && word("text").isEmpty();
    }

    TraceFilter filter() {
        return new TraceFilter(range.from(), range.until(), word("service"), word("route"), word("outcome").map(
                outcome -> switch (outcome) {
                    case "failed" -> true;
                    case "ok" -> false;
                    default ->
                        throw new IllegalArgumentException("outcome '" + outcome + "'; there are: failed, ok");
                }), word("status").map(TraceQuery::status), atLeast(), word("text"), entryOnly(),
                switch (word("order").orElse("newest")) {
                    case "newest" -> Order.NEWEST;
                    case "slowest" -> Order.SLOWEST;
                    default -> throw new IllegalArgumentException(
                            "order '" + words.get("order") + "'; there are: newest, slowest");
                }, ROWS);
    }

    /**
     * What is searched for: the terms that were typed, and the other fields as further ones; empty where nothing was typed.
     *
     * @throws SearchException in one line, when a term is not understood
     */
    Optional<TraceSearch> search() {
        if (word("q").isEmpty()) {
            return Optional.empty();
        }
        TraceFilter filter = filter();
        if (filter.text().isPresent()) {
            throw new SearchException("text '" + filter.text().get() + "' beside a search; search for it as"
                    + " name=\"…\", error.type=… or another attribute, or empty the search");
        }
        return Optional.of(search(filter, filter.order(), ROWS));
    }

    /**
     * The traces that figures are of: the newest, in whatever order the list is; empty with a text, for which there is no search.
     *
     * @throws SearchException in one line, when a term is not understood
     */
    Optional<TraceSearch> figures(int limit) {
        return hasText() ? Optional.empty() : Optional.of(search(filter(), Order.NEWEST, limit));
    }

    private TraceSearch search(TraceFilter filter, Order order, int limit) {
        List<SpanCondition> conditions = new ArrayList<>(SearchText.read(text()));
        if (word("q").isEmpty() && filter.entryOnly()) {
            conditions.add(SpanCondition.FIRST_SPAN);
        }
        filter.service().ifPresent(name -> conditions.add(new SpanCondition("service", Comparison.EQUAL, name)));
        filter.route().ifPresent(name -> conditions.add(new SpanCondition("route", Comparison.EQUAL, name)));
        filter.failed().ifPresent(
                failed -> conditions.add(new SpanCondition("error", Comparison.EQUAL, failed.toString())));
        filter.httpStatus().ifPresent(
                status -> conditions.add(new SpanCondition("status", Comparison.EQUAL, status.toString())));
        if (!filter.atLeast().isZero()) {
            conditions.add(new SpanCondition("duration", Comparison.AT_LEAST,
                    Long.toString(filter.atLeast().toNanos())));
        }
        return new TraceSearch(filter.from(), filter.to(), conditions, order, limit, TraceSearch.TIMEOUT);
    }

    private static int status(String text) {
        if (!text.matches("[1-5]\\d\\d")) {
            throw new IllegalArgumentException("status '" + text + "'; it is an HTTP status, 100 to 599");
        }
        return Integer.parseInt(text);
    }

    private Duration atLeast() {
        String text = word("min").orElse("0");
        double millis = text.matches("\\d{1,9}(\\.\\d{1,6})?") ? Double.parseDouble(text) : -1;
        if (millis < 0 || millis > MAX_MILLIS) {
            throw new IllegalArgumentException("duration '" + text + "'; it is in milliseconds, 0 to 3600000");
        }
        return Duration.ofNanos(Math.round(millis * NANOS_PER_MILLI));
    }

    /** The same question over another page's path. */
    String address(String path) {
        return address(path, words);
    }

    private String address(String path, Map<String, String> words) {
        return path + "?" + range.query() + words.entrySet().stream()
                .map(word -> "&" + word.getKey() + "=" + TimeRange.encode(word.getValue()))
                .collect(Collectors.joining());
    }

    /** The search as it was typed, empty where nothing was. */
    String text() {
        return words.getOrDefault("q", "");
    }

    /** Whether a text is looked for, which no search can be beside. */
    boolean hasText() {
        return words.containsKey("text");
    }

    /** The list with another search, and the other fields as they are. */
    String searching(String search) {
        Map<String, String> others = new LinkedHashMap<>(words);
        others.put("q", search);
        return address("/traces", others);
    }

    /** The list of the same range with a search alone. */
    String searchingOnly(String search) {
        return address("/traces", Map.of("q", search));
    }

    /** The window of the list, as other pages have it. */
    static String around(Instant from, Instant until) {
        return new TimeRange("", from, until).query();
    }

    /** The form; {@code error} is said beside the search where it is not empty. */
    Element form(List<String> services, String error) {
        Element service = select("service", "any service");
        services.forEach(name -> service.add(option("service", name, name)));
        word("service").filter(name -> !services.contains(name))
                .ifPresent(name -> service.add(option("service", name, name)));
        Element outcome = select("outcome", "any").add(option("outcome", "failed", "failed"),
                option("outcome", "ok", "not failed"));
        Element order = Html.el("select").attr("name", "order").add(option("order", "newest", "newest first"),
                option("order", "slowest", "slowest first"));
        Element search = label("Search: one span fits all terms", input("q", "").attr("type", "search")
                .attr("maxlength", SearchText.MAX_LENGTH).attr("spellcheck", "false")
                .attr("placeholder", "http.response.status_code>=500 service-a route=/route duration>200ms"))
                .cls("query");
        if (!error.isEmpty()) {
            search.add(Html.textEl("span", error).cls("field-error").attr("role", "alert"));
        }
        return Html.el("form", search, label("Service", service), label("Route", input("route", "")),
                label("Outcome", outcome), label("HTTP status", input("status", "3")),
                label("At least (ms)", input("min", "5")),
                label("Text: name, error, request or trace id", input("text", "").attr("type", "search")).cls("grow"),
                label("Order", order), range.fields(),
                Html.el("button").attr("type", "submit").cls("main").text("Show"))
                .attr("method", "get").attr("action", "/traces").cls("search").attr("role", "search")
                .flag("data-at-once", true);
    }

    private static Element label(String text, Element field) {
        return Html.el("label", Content.text(text), field);
    }

    private Element input(String name, String size) {
        Element input = Html.el("input").attr("name", name).attr("value", word(name).orElse(""))
                .attr("autocomplete", "off");
        return size.isEmpty() ? input.attr("size", 12) : input.attr("size", size).attr("inputmode", "decimal");
    }

    private Element select(String name, String any) {
        return Html.el("select", Html.el("option").attr("value", "").text(any)).attr("name", name);
    }

    private Element option(String name, String value, String label) {
        return Html.el("option").attr("value", value).text(label)
                .flag("selected", value.equals(words.get(name)));
    }
}
