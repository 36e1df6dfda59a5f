// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.log;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.highlands.local.console.web.TimeRange;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.logs.FilterRequest;
import io.highlands.local.logs.LogService;
import io.highlands.local.store.LogEvent;
import io.highlands.local.store.LogGroup;

/**
 * One search: which lines of which group, and how they are shown.
 *
 * @param logs where lines come from
 * @param group the log group, or {@code *} for all
 * @param pattern a filter pattern, empty for all lines
 * @param range the stretch of time
 */
record LogSearch(LogService logs, String group, String pattern, TimeRange range) {

    private static final int LINES = 200;

    /** A line, and the group that it is of. */
    record Found(String group, LogEvent event) {}

    /** The newest lines that match, newest first. */
    List<Found> lines(Instant from) {
        Stream<String> groups = group.equals("*") ? logs.groups("").stream().map(LogGroup::name) : Stream.of(group);
        return groups.flatMap(name -> logs.filter(FilterRequest.of(name, from, range.until(), pattern)
                .limitedTo(LINES).newest()).events().stream()
                .map(event -> new Found(name, event)))
                .sorted(Comparator.comparing((Found line) -> line.event().time())
                        .thenComparing(line -> line.event().id()).reversed())
                .limit(LINES).toList();
    }

    /** The lines as a list, and what asks for those that come later. */
    Content result(Instant now) {
        List<Found> lines = lines(range.from());
        if (lines.isEmpty() && !range.live()) {
            return Html.textEl("p", "No line in this range matches.").cls("empty-note");
        }
        Element list = Html.el("ol").cls("log").attr("id", "lines").add(items(lines, now));
        Content count = Html.textEl("p", lines.isEmpty()
                ? "No line in this range matches yet."
                : lines.size() == LINES
                        ? "The newest " + LINES + " lines; narrow the filter or the range for others."
                        : lines.size()
                                + (lines.size() == 1 ? " line" : " lines"))
                .cls("muted");
        return Content.all(count, Html.div("card", list), range.live()
                ? tail(lines.isEmpty()
                        ? null
                        : lines.getFirst().event(), range.from())
                : Content.none());
    }

    /** What came after a moment, and what asks for the next. */
    Content since(Instant time, long id, Instant now) {
        List<Found> lines = lines(time).stream().filter(line -> line.event().time().isAfter(time)
                || line.event().id() > id).toList();
        LogEvent last = lines.isEmpty() ? null : lines.getFirst().event();
        return Content.all(Content.all(items(lines, now)), last == null ? tail(time, id) : tail(last, time));
    }

    private static List<Element> items(List<Found> lines, Instant now) {
        return lines.stream().map(line -> new LineView(line.event()).render(line.group(), now)).toList();
    }

    private Element tail(LogEvent last, Instant otherwise) {
        return last == null ? tail(otherwise, -1) : tail(last.time(), last.id());
    }

    private Element tail(Instant time, long id) {
        return Html.el("div").attr("id", "tail").attr("hx-swap-oob", "true").attr("hx-get", "/logs/tail?group="
                + TimeRange.encode(group) + "&filter=" + TimeRange.encode(pattern) + "&since=" + time + "&id=" + id)
                .attr("hx-trigger", "tick from:body").attr("hx-target", "#lines").attr("hx-swap", "afterbegin");
    }
}
