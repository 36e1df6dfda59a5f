// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.edge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import io.highlands.local.edges.Edge;
import io.highlands.local.edges.Slow;
import io.highlands.local.edges.Split;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;

/** Where the mean time of the slowest requests went, as one bar from the caller to the callee; the verdict says the same. */
final class SplitBar {

    private static final int WIDTH = 1000;

    private static final int HEIGHT = 22;

    private SplitBar() {
    }

    static Content of(Edge edge, List<Slow> slow) {
        List<Split> splits = slow.stream().map(Slow::split).flatMap(Optional::stream).toList();
        if (splits.isEmpty()) {
            return Content.none();
        }
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("waiting in " + edge.caller(), mean(splits, split -> split.waiting().orElse(0)));
        parts.put("proxy and network", mean(splits, Split::proxy));
        parts.put(edge.callee() + " itself", mean(splits, Split::own));
        parts.put(edge.callee() + " waiting for its own calls", mean(splits, Split::upstreams));
        double total = Math.max(0.001, parts.values().stream().mapToDouble(Double::doubleValue).sum());
        Element svg = Html.el("svg").cls("split").attr("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
                .attr("preserveAspectRatio", "none").attr("aria-hidden", "true");
        Element keys = Html.el("ul").cls("split-keys");
        long left = 0;
        int index = 0;
        for (Map.Entry<String, Double> part : parts.entrySet()) {
            long width = Math.round(WIDTH * part.getValue() / total);
            svg.add(Html.el("rect").attr("x", left).attr("y", 0).attr("width", Math.min(width, WIDTH - left))
                    .attr("height", HEIGHT).cls("split-" + index));
            keys.add(Html.el("li", Html.el("svg", Html.el("rect").attr("width", 10).attr("height", 10)
                    .cls("split-" + index)).attr("viewBox", "0 0 10 10").attr("aria-hidden", "true"),
                    Content.text(part.getKey() + " " + Figures.number(part.getValue()) + " ms")));
            left = Math.min(WIDTH, left + width);
            index++;
        }
        return Content.all(svg, keys);
    }

    private static double mean(List<Split> splits, ToDoubleFunction<Split> part) {
        return splits.stream().mapToDouble(part).average().orElseThrow();
    }
}
