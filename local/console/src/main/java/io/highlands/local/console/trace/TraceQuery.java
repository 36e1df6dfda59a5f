// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.highlands.local.console.web.Request;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.traces.TraceFilter;
import io.highlands.local.traces.TraceFilter.Order;

/** What the list of traces is asked for: read from an address, shown as a form, written as an address again. */
final class TraceQuery {

    static final int ROWS = 100;

    private static final double NANOS_PER_MILLI = 1_000_000;

    /** An hour. */
    private static final double MAX_MILLIS = 3_600_000;

    private final TimeRange range;

    private final Map<String, String> words = new LinkedHashMap<>();

    TraceQuery(Request request, TimeRange range) {
        this.range = range;
        for (String name : List.of("service", "route", "outcome", "status", "min", "text", "order")) {
            request.value(name).ifPresent(value -> words.put(name, value.strip()));
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
        return path + "?" + range.query() + words.entrySet().stream()
                .map(word -> "&" + word.getKey() + "=" + TimeRange.encode(word.getValue()))
                .collect(Collectors.joining());
    }

    /** The window of the list, as other pages have it. */
    static String around(Instant from, Instant until) {
        return new TimeRange("", from, until).query();
    }

    Element form(List<String> services) {
        Element service = select("service", "any service");
        services.forEach(name -> service.add(option("service", name, name)));
        word("service").filter(name -> !services.contains(name))
                .ifPresent(name -> service.add(option("service", name, name)));
        Element outcome = select("outcome", "any").add(option("outcome", "failed", "failed"),
                option("outcome", "ok", "not failed"));
        Element order = Html.el("select").attr("name", "order").add(option("order", "newest", "newest first"),
                option("order", "slowest", "slowest first"));
        return Html.el("form", label("Service", service), label("Route", input("route", "")),
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
