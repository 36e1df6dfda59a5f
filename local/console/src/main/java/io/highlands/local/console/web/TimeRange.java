// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;

/**
 * The stretch of time that a page is about: the last so many minutes, which move on as time passes, or two moments.
 *
 * @param word a relative range as the address has it, such as {@code 15m}; empty for two moments
 * @param from its first moment
 * @param until the first moment after it
 */
public record TimeRange(String word, Instant from, Instant until) {

    private static final Map<String, Duration> CHOICES = choices();

    private static final Duration LONGEST = Duration.ofDays(7);

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static Map<String, Duration> choices() {
        Map<String, Duration> choices = new LinkedHashMap<>();
        for (int minutes : new int[]{5, 15, 30}) {
            choices.put(minutes + "m", Duration.ofMinutes(minutes));
        }
        for (int hours : new int[]{1, 3, 6, 12, 24}) {
            choices.put(hours + "h", Duration.ofHours(hours));
        }
        for (int days : new int[]{3, 7}) {
            choices.put(days + "d", Duration.ofDays(days));
        }
        return choices;
    }

    /**
     * Reads {@code range}, or {@code from} and {@code to} (UTC), from a request.
     *
     * @param request the request
     * @param usual the range where the request names none
     * @return the range
     * @throws IllegalArgumentException for a range or a moment that cannot be read, or an end before the beginning
     */
    public static TimeRange of(Request request, Duration usual) {
        Optional<String> from = request.value("from");
        if (from.isPresent()) {
            Instant until = request.value("to").map(TimeRange::moment).orElse(request.now());
            Instant begin = moment(from.get());
            if (!begin.isBefore(until)) {
                throw new IllegalArgumentException("the range ends at " + until + ", not after its beginning " + begin);
            }
            return new TimeRange("", begin, until);
        }
        return request.value("range").map(word -> last(word, request.now()))
                .orElseGet(() -> last(usual, request.now()));
    }

    private static TimeRange last(String word, Instant now) {
        Duration length = CHOICES.get(word);
        if (length == null) {
            throw new IllegalArgumentException(
                    "range '" + word + "'; there are: " + String.join(", ", CHOICES.keySet()));
        }
        return new TimeRange(word, now.minus(length), now);
    }

    private static TimeRange last(Duration length, Instant now) {
        return CHOICES.entrySet().stream().filter(choice -> choice.getValue().compareTo(length) >= 0).findFirst()
                .map(choice -> last(choice.getKey(), now)).orElseGet(() -> last("7d", now));
    }

    /**
     * Reads a moment as addresses and fields have it.
     *
     * @param text date and time in UTC, with or without seconds and {@code Z}
     * @return the moment
     * @throws IllegalArgumentException for another text; its message is one line
     */
    public static Instant moment(String text) {
        try {
            String whole = text.length() == 16 ? text + ":00" : text;
            return whole.endsWith("Z") ? Instant.parse(whole) : LocalDateTime.parse(whole).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("moment '" + text + "'; write it as 2026-01-31T23:59:00, in UTC");
        }
    }

    /**
     * Whether it moves on with time.
     *
     * @return false between two moments
     */
    public boolean live() {
        return !word.isEmpty();
    }

    /**
     * How long it is.
     *
     * @return its length
     */
    public Duration length() {
        return Duration.between(from, until);
    }

    /**
     * The same range in an address.
     *
     * @return query parameters without {@code ?}
     */
    public String query() {
        return live() ? "range=" + word : "from=" + FIELD.format(from) + "&to=" + FIELD.format(until);
    }

    /**
     * From a moment until now in an address: without an end it moves on.
     *
     * @param from the moment
     * @return query parameters without {@code ?}
     */
    public static String since(Instant from) {
        return "from=" + FIELD.format(from);
    }

    /**
     * A moment as a field of a form has it.
     *
     * @param moment the moment
     * @return date and time in UTC, to the second
     */
    public static String field(Instant moment) {
        return FIELD.format(moment);
    }

    /**
     * A text as a part of an address.
     *
     * @param text any text
     * @return it, encoded for a path or a query
     */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * The fields of a form by which the range is chosen.
     *
     * @return a choice of lengths, and two moments behind a fold
     */
    public Content fields() {
        return fields(LONGEST);
    }

    private Content fields(Duration longest) {
        Element select = Html.el("select").attr("name", "range").attr("aria-label", "Time range");
        if (!live()) {
            select.add(option("", "Custom", true));
        }
        CHOICES.forEach((choice, length) -> {
            if (length.compareTo(longest) <= 0) {
                select.add(option(choice, "Last " + words(length), choice.equals(word)));
            }
        });
        return Content.all(select, Html.el("details", Html.textEl("summary", "From – to"),
                Html.div("", field("From (UTC)", "from", from), field("To (UTC)", "to", until),
                        Html.el("button").attr("type", "submit").text("Show")))
                .cls("absolute"));
    }

    private static Element option(String value, String label, boolean selected) {
        return Html.el("option").attr("value", value).text(label).flag("selected", selected);
    }

    private Element field(String label, String name, Instant moment) {
        return Html.el("label", Content.text(label), Html.el("input").attr("type", "datetime-local").attr("step", "1")
                .attr("name", name).attr("value", live() ? "" : FIELD.format(moment.truncatedTo(ChronoUnit.SECONDS))));
    }

    private static String words(Duration length) {
        if (length.toDays() > 1) {
            return length.toDays() + " days";
        }
        return length.toHours() > 0 ? length.toHours() + " h" : length.toMinutes() + " min";
    }

    /**
     * A form that asks for the same page over another range.
     *
     * @param path the page
     * @param kept other parameters of the page, which stay
     * @return the form
     */
    public Element picker(String path, Map<String, String> kept) {
        return picker(path, kept, LONGEST);
    }

    /**
     * The same for a page that is read over a bounded range.
     *
     * @param path the page
     * @param kept other parameters of the page, which stay
     * @param longest the longest range that is offered
     * @return the form
     */
    public Element picker(String path, Map<String, String> kept, Duration longest) {
        Element form = Html.el("form", fields(longest)).attr("method", "get").attr("action", path).cls("bar")
                .flag("data-at-once", true);
        kept.forEach((name, value) -> form.add(Html.el("input").attr("type", "hidden").attr("name", name)
                .attr("value", value)));
        return form;
    }
}
