// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.overview;

import io.highlands.local.console.edge.EdgeSection;
import io.highlands.local.console.overview.MapLayout.Spot;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;

/** One edge of the map: between columns a curve, within a column a straight line, back to the left a bow below. */
final class EdgeDrawing {

    private static final int LABEL_WIDTH = 122;

    private static final int LABEL_HEIGHT = 34;

    private final EdgeTraffic edge;

    private final String path;

    private final int labelX;

    private final int labelY;

    private final String anchor;

    EdgeDrawing(Spot from, Spot to, EdgeTraffic edge) {
        this.edge = edge;
        if (from.column() == to.column()) {
            boolean down = from.y() < to.y();
            int x = from.middleX() + (down ? -34 : 34);
            int start = down ? from.bottom() : from.y();
            int end = down ? to.y() - 2 : to.bottom() + 2;
            this.path = "M" + x + " " + start + "L" + x + " " + end;
            this.labelX = x + (down ? -8 : 8);
            this.labelY = (start + end) / 2;
            this.anchor = down ? "end" : "start";
        } else if (from.column() < to.column()) {
            int middle = (from.right() + to.x()) / 2;
            this.path = "M" + from.right() + " " + from.middleY() + "C" + middle + " " + from.middleY() + " " + middle
                    + " " + to.middleY() + " " + (to.x() - 2) + " " + to.middleY();
            this.labelX = middle;
            this.labelY = (from.middleY() + to.middleY()) / 2;
            this.anchor = "middle";
        } else {
            int below = Math.max(from.bottom(), to.bottom()) + 40;
            this.path = "M" + from.middleX() + " " + from.bottom() + "C" + from.middleX() + " " + below + " "
                    + to.middleX() + " " + below + " " + to.middleX() + " " + (to.bottom() + 2);
            this.labelX = (from.middleX() + to.middleX()) / 2;
            this.labelY = below - 12;
            this.anchor = "middle";
        }
    }

    Element line() {
        String failing = edge.failing() ? "-failing" : "";
        return Html.el("path").attr("d", path).attr("marker-end", "url(#arrow" + failing + ")")
                .cls("edge" + (edge.idle() ? " edge-idle" : edge.failing() ? " edge-failing" : ""));
    }

    /** Its figures; those of a call between services lead to the page of the edge. */
    Element label() {
        return edge.from().isEmpty()
                ? figures("g")
                : figures("a").attr("href", EdgeSection.address(edge.from(), edge.to())).attr("aria-label",
                        "Edge from " + edge.from() + " to " + edge.to() + ": " + MapDrawing.figures(edge));
    }

    private Element figures(String tag) {
        int left = anchor.equals("middle")
                ? labelX - LABEL_WIDTH / 2
                : anchor.equals("end") ? labelX - LABEL_WIDTH : labelX;
        Element label = Html.el(tag, Html.el("rect").cls("label-back").attr("x", left)
                .attr("y", labelY - LABEL_HEIGHT / 2).attr("width", LABEL_WIDTH).attr("height", LABEL_HEIGHT)
                .attr("rx", 4));
        if (edge.idle()) {
            return label.add(MapDrawing.text("small", labelX, labelY + 4, anchor, "idle"));
        }
        return label.add(MapDrawing.text("", labelX, labelY - 3, anchor, MapDrawing.figures(edge)),
                MapDrawing.text(edge.failing() ? "label-failing" : "small", labelX, labelY + 12, anchor,
                        MapDrawing.errors(edge)));
    }
}
