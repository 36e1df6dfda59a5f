// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.overview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the nodes of the map lie: the load balancer at the left, the services that it sends to beside it, and each other
 * service one column further than the nearest that calls it. It depends on the edges only, so that the map holds still.
 */
public final class MapLayout {

    static final int NODE_WIDTH = 184;

    static final int NODE_HEIGHT = 84;

    private static final int COLUMN = 336;

    private static final int ROW = 176;

    private static final int MARGIN = 12;

    /** Top left corner of a node. */
    record Spot(int x, int y, int column) {

        int middleX() {
            return x + NODE_WIDTH / 2;
        }

        int middleY() {
            return y + NODE_HEIGHT / 2;
        }

        int right() {
            return x + NODE_WIDTH;
        }

        int bottom() {
            return y + NODE_HEIGHT;
        }
    }

    private final Map<String, Spot> spots = new LinkedHashMap<>();

    private final int width;

    private final int height;

    /**
     * Lays a map out.
     *
     * @param services names of the services
     * @param edges who calls whom
     */
    public MapLayout(List<String> services, List<EdgeTraffic> edges) {
        Map<String, Integer> columns = columns(services, edges);
        List<List<String>> names = new ArrayList<>();
        columns.forEach((name, column) -> {
            while (names.size() <= column) {
                names.add(new ArrayList<>());
            }
            names.get(column).add(name);
        });
        int rows = names.stream().mapToInt(List::size).max().orElse(1);
        this.width = 2 * MARGIN + (names.size() - 1) * COLUMN + NODE_WIDTH;
        this.height = 2 * MARGIN + (rows - 1) * ROW + NODE_HEIGHT;
        for (int column = 0; column < names.size(); column++) {
            int above = (rows - names.get(column).size()) * ROW / 2;
            for (int row = 0; row < names.get(column).size(); row++) {
                spots.put(names.get(column).get(row),
                        new Spot(MARGIN + column * COLUMN, MARGIN + above + row * ROW, column));
            }
        }
    }

    private static Map<String, Integer> columns(List<String> services, List<EdgeTraffic> edges) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        columns.put("", 0);
        for (int column = 0; column < services.size(); column++) {
            for (EdgeTraffic edge : edges) {
                if (columns.getOrDefault(edge.from(), -1) == column && services.contains(edge.to())) {
                    columns.putIfAbsent(edge.to(), column + 1);
                }
            }
        }
        Map<String, Integer> ordered = new LinkedHashMap<>();
        ordered.put("", 0);
        services.forEach(service -> ordered.put(service, columns.getOrDefault(service, 1)));
        return ordered;
    }

    Spot spot(String name) {
        return spots.get(name);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
