// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.report;

import tools.jackson.databind.JsonNode;

import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.rehearsal.Panel;

/** A widget as it looked: a chart as SVG, and all else as the HTML that the console itself had made and escaped. */
final class PanelPicture {

    private PanelPicture() {
    }

    static Content of(Panel panel) {
        JsonNode data = panel.data();
        if (data.path("kind").asString("").equals("chart")) {
            return Html.el("figure", Html.textEl("figcaption", panel.title()), new ChartPicture(data).svg(),
                    legend(data));
        }
        String html = data.path("html").asString("");
        return Html.el("figure", panel.title().isEmpty() ? Content.none() : Html.textEl("figcaption", panel.title()),
                Html.div("widget", out -> out.append(html)));
    }

    private static Content legend(JsonNode data) {
        Element legend = Html.el("ul").cls("legend");
        data.path("series").forEach(series -> legend.add(Html.el("li",
                Html.el("svg", Html.el("rect").attr("width", 10).attr("height", 10)
                        .attr("fill", series.path("colour").asString("#888"))).attr("viewBox", "0 0 10 10")
                        .attr("aria-hidden", "true"),
                Content.text(series.path("label").asString("")))));
        return legend;
    }
}
