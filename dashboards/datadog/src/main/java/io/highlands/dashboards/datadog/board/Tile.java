// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A graph over time.
 *
 * @param title
 *            what it shows and in which unit
 * @param help
 *            how to read it, behind the tile's question mark
 * @param lines
 *            what is drawn
 * @param markers
 *            lines across it
 */
record Tile(String title, String help, List<Line> lines, List<Marker> markers) {

    Tile {
        lines = List.copyOf(lines);
        markers = List.copyOf(markers);
    }

    static Tile of(String title, String help, Line... lines) {
        return new Tile(title, help, List.of(lines), List.of());
    }

    Tile and(List<Line> more) {
        List<Line> all = new ArrayList<>(lines);
        all.addAll(more);
        return new Tile(title, help, all, markers);
    }

    Tile with(Marker... more) {
        List<Marker> all = new ArrayList<>(markers);
        all.addAll(List.of(more));
        return new Tile(title, help, lines, all);
    }

    /** The widget's definition. Axes begin at zero. */
    Map<String, Object> json() {
        var requests = IntStream.range(0, lines.size()).mapToObj(i -> lines.get(i).json("q" + (i + 1) + "_")).toList();
        Map<String, Object> widget = Json.object("type", "timeseries", "title", title, "description", help,
                "show_legend", true, "legend_layout", "auto", "requests", requests, "yaxis",
                Json.object("include_zero", true, "min", "0"));
        if (!markers.isEmpty()) {
            widget.put("markers", markers.stream().map(Marker::json).toList());
        }
        return widget;
    }
}
