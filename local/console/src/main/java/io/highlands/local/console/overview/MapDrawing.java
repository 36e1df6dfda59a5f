// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.overview;

import java.util.List;
import java.util.Locale;

import io.highlands.local.console.overview.MapLayout.Spot;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;

/** The map as SVG: nodes that lead to their dashboards, edges with their figures. */
public final class MapDrawing {

    private static final int DOTS = 10;

    private final MapLayout layout;

    /**
     * Takes the places of its nodes.
     *
     * @param layout where they lie
     */
    public MapDrawing(MapLayout layout) {
        this.layout = layout;
    }

    /**
     * Draws the service map as SVG.
     *
     * @param nodes the load balancer and the services
     * @param edges what passes between them
     * @return the drawing
     */
    public Content draw(List<MapNode> nodes, List<EdgeTraffic> edges) {
        Element svg = Html.el("svg").cls("map").attr("role", "group")
                .attr("aria-label", "Map of services; the table of edges says the same")
                .attr("viewBox", "0 0 " + layout.width() + " " + layout.height())
                .add(Html.el("defs", arrow("arrow"), arrow("arrow-failing")));
        List<EdgeTraffic> drawn = edges.stream().filter(edge -> layout.spot(edge.from()) != null
                && layout.spot(edge.to()) != null && !edge.from().equals(edge.to())).toList();
        drawn.forEach(edge -> svg.add(new EdgeDrawing(layout.spot(edge.from()), layout.spot(edge.to()), edge).line()));
        nodes.forEach(node -> svg.add(node(node)));
        drawn.forEach(edge -> svg.add(new EdgeDrawing(layout.spot(edge.from()), layout.spot(edge.to()), edge).label()));
        return svg;
    }

    private static Element arrow(String id) {
        return Html.el("marker", Html.el("path").attr("d", "M0 0 8 4 0 8z").cls(id)).attr("id", id)
                .attr("viewBox", "0 0 8 8").attr("refX", 8).attr("refY", 4).attr("markerWidth", 8)
                .attr("markerHeight", 8).attr("markerUnits", "userSpaceOnUse").attr("orient", "auto");
    }

    private Element node(MapNode node) {
        Spot spot = layout.spot(node.id());
        Element link = Html.el("a").attr("href", node.address()).attr("id", "node-" + (node.id().isEmpty()
                ? "entry"
                : node.id())).attr("aria-label", node.title() + ": " + node.state() + ", " + node.rate());
        link.add(Html.el("rect").attr("x", spot.x()).attr("y", spot.y()).attr("width", MapLayout.NODE_WIDTH)
                .attr("height", MapLayout.NODE_HEIGHT).attr("rx", 9)
                .cls("node" + (node.alarms() > 0 ? " node-alarm" : node.troubled() ? " node-warn" : "")));
        link.add(text("title", spot.x() + 14, spot.y() + 24, "start", node.title()));
        link.add(text("small", spot.x() + MapLayout.NODE_WIDTH - 14, spot.y() + 24, "end", node.rate()));
        link.add(text("small", spot.x() + 14, spot.y() + 44, "start", node.state()));
        for (int i = 0; i < Math.min(DOTS, node.tasks().size()); i++) {
            link.add(task(node.tasks().get(i), spot.x() + 20 + 16 * i, spot.y() + 64));
        }
        if (node.alarms() > 0) {
            link.add(text("label-failing", spot.x() + MapLayout.NODE_WIDTH - 14, spot.y() + 68, "end",
                    node.alarms() == 1 ? "1 alarm" : node.alarms() + " alarms"));
        }
        return link;
    }

    /** Shape and colour both say the state. */
    private static Element task(String state, int x, int y) {
        Element shape = state.equals("unhealthy")
                ? Html.el("path").attr("d", "M" + x + " " + (y - 7) + "l7 7-7 7-7-7z")
                : Html.el("circle").attr("cx", x).attr("cy", y).attr("r", state.equals("running") ? 6 : 5);
        return shape.cls(state.equals("running") ? "task" : "task-" + state)
                .add(Html.textEl("title", "task: " + state));
    }

    static Element text(String cls, int x, int y, String anchor, String text) {
        return Html.el("text").cls(cls).attr("x", x).attr("y", y).attr("text-anchor", anchor).text(text);
    }

    /** The figures of an edge in short. */
    static String figures(EdgeTraffic edge) {
        return edge.idle()
                ? "idle"
                : String.format(Locale.ROOT, "%s/s · %s", Figures.number(edge.perSecond()),
                        Double.isNaN(edge.meanMillis()) ? "no answer" : Figures.number(edge.meanMillis()) + " ms");
    }

    /** The share of errors in words. */
    static String errors(EdgeTraffic edge) {
        return edge.idle()
                ? ""
                : edge.errorShare() == 0
                        ? "no errors"
                        : Figures.number(100 * edge.errorShare()) + " % errors";
    }
}
