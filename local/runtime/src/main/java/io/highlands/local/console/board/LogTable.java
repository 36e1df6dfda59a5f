// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.highlands.local.console.html.Content;
import io.highlands.local.console.html.Element;
import io.highlands.local.console.html.Html;
import io.highlands.local.console.web.TimeRange;

/** The rows that a Logs Insights query found. */
public final class LogTable {

    private LogTable() {
    }

    /**
     * A table of a query's answer; ids of requests and traces lead to all lines that carry them.
     *
     * @param label what it is about
     * @param fields the names of its columns
     * @param rows one value per column, empty where there is none
     * @return the table
     */
    public static Content of(String label, List<String> fields, List<List<String>> rows) {
        List<Element> lines = new ArrayList<>();
        for (List<String> row : rows) {
            Content[] cells = new Content[fields.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cell(fields.get(i), i < row.size() ? row.get(i) : "");
            }
            lines.add(Html.row(cells));
        }
        return Html.table(label.isEmpty() ? "Rows" : label, fields, lines);
    }

    private static Content cell(String field, String value) {
        String name = field.toLowerCase(Locale.ROOT);
        if ((name.endsWith("trace_id") || name.endsWith("request_id")) && !value.isEmpty()) {
            return Html.link("/logs?group=*&filter=" + TimeRange.encode("\"" + value + "\""), shorten(value))
                    .attr("title", value).cls("mono");
        }
        if (value.matches("-?\\d+(\\.\\d+)?")) {
            return Html.span("mono", value);
        }
        return name.startsWith("@time") ? Html.span("mono fit", value) : Content.text(value);
    }

    private static String shorten(String id) {
        return id.length() > 12 ? id.substring(0, 8) + "…" : id;
    }
}
