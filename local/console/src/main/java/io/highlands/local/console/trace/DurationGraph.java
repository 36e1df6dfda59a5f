// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.time.Instant;
import java.util.List;

import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;
import io.highlands.local.traces.compare.ComparedSearch;
import io.highlands.local.traces.compare.DurationBucket;
import io.highlands.local.traces.compare.TraceGroup;
import io.highlands.local.traces.compare.TraceSample;

/** How long traces took, as a histogram. A bar may lead to its traces; what is drawn is also said in words. */
final class DurationGraph {

    private static final int HEIGHT = 96;

    private static final int LEAST_HEIGHT = 2;

    /** Few bars are not drawn wider than a part of this many. */
    private static final int LEAST_COLUMNS = 16;

    private static final double GAP = 0.1;

    private final ComparedSearch compared;

    private final List<TraceSample> traces;

    private final ComparedLinks links;

    private final List<DurationBucket> buckets;

    private final int columns;

    private final double width;

    DurationGraph(ComparedSearch compared, ComparedLinks links) {
        this.compared = compared;
        this.traces = compared.read().traces();
        this.links = links;
        this.buckets = DurationBucket.of(traces);
        this.columns = Math.max(LEAST_COLUMNS, buckets.size());
        this.width = 1.0 / columns;
    }

    Content render(Instant now) {
        Instant since = compared.since();
        Content period = since.isAfter(compared.search().from())
                ? Content.all(Content.text(", from "), Figures.time(since, now), Content.text(" on"))
                : Content.none();
        return Html.div("card durations", Html.el("h2", Content.text("Durations "),
                Html.el("span", Content.text(counted()), period, Content.text(took() + bounds())).cls("muted")),
                buckets.isEmpty() ? Content.none() : graph());
    }

    private String counted() {
        return traces.isEmpty()
                ? "of no trace"
                : "of " + count(traces.size()) + ", " + traces.stream().filter(TraceSample::isFailed).count()
                        + " failed";
    }

    private String took() {
        return traces.isEmpty()
                ? ""
                : ": half took up to " + Times.took(TraceGroup.percentile(traces, 50)) + ", 95 of 100 up to "
                        + Times.took(TraceGroup.percentile(traces, 95));
    }

    private String bounds() {
        int unread = compared.read().unread();
        return (compared.found().isCut() ? "; further ones are not counted" : "") + (unread == 0
                ? ""
                : "; " + unread + " not read: too large, too many spans, or out of time");
    }

    private Element graph() {
        int most = buckets.stream().mapToInt(DurationBucket::traces).max().orElse(1);
        Element svg = Html.el("svg").cls("histogram").attr("role", "group").attr("aria-label",
                "Histogram of durations" + (links.bucket(buckets.getFirst()).isPresent()
                        ? ": each bar leads to its traces"
                        : ""));
        DurationAxis.of(buckets, columns).forEach(
                label -> svg.add(Html.el("text").attr("x", Waterfall.percent(label.place())).attr("y", HEIGHT + 16)
                        .attr("text-anchor", label.endsThere() ? "end" : "start").attr("aria-hidden", "true")
                        .text(label.text())));
        for (int i = 0; i < buckets.size(); i++) {
            if (buckets.get(i).traces() > 0) {
                svg.add(bar(i, most));
            }
        }
        return svg;
    }

    private Element bar(int place, int most) {
        DurationBucket bucket = buckets.get(place);
        String label = Times.took(bucket.fromNanos()) + " to " + Times.took(bucket.untilNanos()) + ": "
                + count(bucket.traces()) + ", " + bucket.failed() + " failed";
        double all = height(bucket.traces(), most);
        double failed = Math.min(all, height(bucket.failed(), most));
        Element bar = links.bucket(bucket)
                .map(address -> Html.el("a").attr("href", address).attr("aria-label", label)
                        .attr("id", "d-" + bucket.fromNanos()))
                .orElseGet(() -> Html.el("g").attr("role", "img").attr("aria-label", label));
        return bar.add(Html.textEl("title", label), rect("hit", place, 0, HEIGHT),
                rect("s0", place, HEIGHT - all, all - failed), rect("failed-bar", place, HEIGHT - failed, failed));
    }

    private Element rect(String cls, int place, double y, double height) {
        return Html.el("rect").cls(cls).attr("x", Waterfall.percent((place + GAP / 2) * width))
                .attr("width", Waterfall.percent((1 - GAP) * width)).attr("y", Math.round(y * 10) / 10.0)
                .attr("height", Math.round(height * 10) / 10.0);
    }

    private static double height(int count, int most) {
        return count == 0 ? 0 : Math.max(LEAST_HEIGHT, HEIGHT * (double) count / most);
    }

    private static String count(int traces) {
        return traces == 1 ? "1 trace" : traces + " traces";
    }
}
