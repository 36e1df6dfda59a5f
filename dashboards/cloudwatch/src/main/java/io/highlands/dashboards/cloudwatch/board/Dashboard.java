// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A dashboard as it is put to CloudWatch: its rows of panels.
 *
 * @param name
 *            its name in CloudWatch
 * @param rows
 *            from top to bottom
 */
record Dashboard(String name, List<Row> rows) {

    /** Long enough to see what was before, short enough for minutes to be told apart. */
    private static final String RANGE = "-PT3H";

    Dashboard {
        rows = List.copyOf(rows);
    }

    List<Panel> panels() {
        return rows.stream().flatMap(row -> row.panels().stream()).toList();
    }

    /** The body as CloudWatch takes it. Panels keep their own periods, so that lines and alarms agree. */
    SequencedMap<String, Object> body() {
        SequencedMap<String, Object> body = new LinkedHashMap<>();
        body.put("start", RANGE);
        body.put("periodOverride", "inherit");
        body.put("widgets", widgets());
        return body;
    }

    private List<Map<String, Object>> widgets() {
        List<Map<String, Object>> widgets = new ArrayList<>();
        int top = 0;
        for (Row row : rows) {
            int x = 0;
            int height = 0;
            for (Panel panel : row.panels()) {
                if (x + panel.width() > Grid.FULL) {
                    top += height;
                    x = 0;
                    height = 0;
                }
                widgets.add(panel.at(x, top));
                x += panel.width();
                height = Math.max(height, panel.height());
            }
            top += height;
        }
        return widgets;
    }
}
