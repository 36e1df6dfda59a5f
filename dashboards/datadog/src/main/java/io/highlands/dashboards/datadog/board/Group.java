// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.board;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Tiles under one question, in rows across the dashboard's twelve columns.
 *
 * @param title
 *            the question
 * @param tiles
 *            the tiles, from left to right
 * @param across
 *            tiles in a row, a divisor of twelve
 */
record Group(String title, List<Tile> tiles, int across) {

    /** Columns of a dashboard of layout {@code ordered}. */
    static final int COLUMNS = 12;
    private static final int TILE_HEIGHT = 3;

    Group {
        tiles = List.copyOf(tiles);
    }

    /** Rows of the grid that it takes, its title among them. */
    int height() {
        return 1 + TILE_HEIGHT * ((tiles.size() + across - 1) / across);
    }

    /** The widget at that row of the dashboard. */
    Map<String, Object> json(int y) {
        int width = COLUMNS / across;
        List<Map<String, Object>> widgets = IntStream.range(0, tiles.size())
                .mapToObj(i -> Json.object("definition", tiles.get(i).json(), "layout",
                        layout(i % across * width, i / across * TILE_HEIGHT, width, TILE_HEIGHT)))
                .toList();
        return Json.object("definition",
                Json.object("type", "group", "layout_type", "ordered", "title", title, "widgets", widgets), "layout",
                layout(0, y, COLUMNS, height()));
    }

    static Map<String, Object> layout(int x, int y, int width, int height) {
        return Json.object("x", x, "y", y, "width", width, "height", height);
    }
}
