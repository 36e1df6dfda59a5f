// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.log;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.highlands.local.html.Content;
import io.highlands.local.html.Html;
import io.highlands.local.logs.FilterRequest;
import io.highlands.local.logs.LineFields;
import io.highlands.local.logs.LogService;
import io.highlands.local.logs.LogsException;
import io.highlands.local.store.LogEvent;
import io.highlands.local.store.LogGroup;

/** Log lines on other pages. */
public final class LogLines {

    private LogLines() {
    }

    /**
     * A line and the group that it is of.
     *
     * @param group the log group
     * @param event the line
     */
    public record Line(String group, LogEvent event) {

        /**
         * The members of a JSON line, by name.
         *
         * @return the fields of a line of JSON, those of objects within it under names with dots; none of any other line
         */
        public Map<String, String> fields() {
            return LineFields.of(event.message());
        }
    }

    /**
     * The lines of all groups that hold a text.
     *
     * @param logs where lines come from
     * @param text what they hold
     * @param from the first moment
     * @param until the first moment after it
     * @param limit how many at most; the oldest
     * @return the lines by time
     */
    public static List<Line> holding(LogService logs, String text, Instant from, Instant until, int limit) {
        return logs.groups("").stream().map(LogGroup::name)
                .flatMap(group -> holding(logs, group, text, from, until, limit).stream())
                .sorted(Comparator.comparing((Line line) -> line.event().time())
                        .thenComparing(line -> line.event().id()))
                .limit(limit).toList();
    }

    /**
     * The lines of one group that hold a text.
     *
     * @param logs where lines come from
     * @param group the log group; one that is not there has no lines
     * @param text what they hold
     * @param from the first moment
     * @param until the first moment after it
     * @param limit how many at most; the oldest
     * @return the lines by time
     */
    public static List<Line> holding(LogService logs, String group, String text, Instant from, Instant until,
            int limit) {
        String pattern = "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        try {
            return logs.filter(FilterRequest.of(group, from, until, pattern).limitedTo(limit)).events().stream()
                    .map(event -> new Line(group, event)).toList();
        } catch (LogsException gone) {
            return List.of();
        }
    }

    /**
     * Lines as the page of logs shows them.
     *
     * @param lines the lines
     * @param now what is today
     * @return a list
     */
    public static Content list(List<Line> lines, Instant now) {
        return Html.el("ol").cls("log")
                .add(lines.stream().map(line -> new LineView(line.event()).render(line.group(), now)).toList());
    }
}
