// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.highlands.local.console.web.TimeRange;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.span.TraceId;

/** The rows that a Logs Insights query found. */
public final class LogTable {

    private LogTable() {
    }

    /**
     * A table of a query's answer; ids of traces lead to the trace, those of requests to all lines that carry them.
     *
     * @param label what it is about
     * @param fields the names of its columns
     * @param rows one value per column, empty where there is none
     * @return the table
     */
    public static Content of(String label, List<String> fields, List<List<String>> rows) {
        List<Element> lines = new ArrayList<>();
        String day = day(fields, rows);
        for (List<String> row : rows) {
            Content[] cells = new Content[fields.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cell(fields.get(i), i < row.size() ? row.get(i) : "", day);
            }
            lines.add(Html.row(cells));
        }
        return Html.table(label.isEmpty() ? "Rows" : label, fields, lines);
    }

    /** The day of all timestamps, with which none of them need be written out; empty when they are of several. */
    private static String day(List<String> fields, List<List<String>> rows) {
        int column = fields.indexOf("@timestamp");
        List<String> days = column < 0
                ? List.of()
                : rows.stream().map(row -> row.get(column))
                        .filter(time -> time.length() > 11).map(time -> time.substring(0, 11)).distinct().toList();
        return days.size() == 1 ? days.getFirst() : "";
    }

    private static Content cell(String field, String value, String day) {
        String name = field.toLowerCase(Locale.ROOT);
        if ((name.endsWith("trace_id") || name.endsWith("request_id")) && !value.isEmpty()) {
            String address = name.endsWith("trace_id") && TraceId.parse(value).isPresent()
                    ? "/traces/" + value
                    : "/logs?group=*&filter=" + TimeRange.encode("\"" + value + "\"");
            return Html.link(address, shorten(value))
                    .attr("title", value).cls("mono");
        }
        if (value.matches("-?\\d+(\\.\\d+)?")) {
            return Html.span("mono", value);
        }
        return name.equals("@timestamp")
                ? Html.span("mono fit", value.substring(value.startsWith(day) ? day.length() : 0)).attr("title", value)
                : Content.text(value);
    }

    private static String shorten(String id) {
        return id.length() > 12 ? id.substring(0, 8) + "…" : id;
    }
}
