// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.util.ArrayList;
import java.util.List;

import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;
import io.highlands.local.traces.TraceCounts;

/** What has to be known before a missing trace is taken for a missing request. */
final class TraceNotes {

    private TraceNotes() {
    }

    /** Why there may be none. */
    static Content none(TracingView tracing, String environment) {
        return tracing.on()
                ? Html.textEl("p", "No trace in this range fits.").cls("empty-note")
                : off(tracing, environment, "No traces: tracing is off.");
    }

    /** That no new ones come; nothing where they do. */
    static Content off(TracingView tracing, String environment, String words) {
        return tracing.on()
                ? Content.none()
                : Html.el("p", Content.text(words + " Switch it on: "),
                        Html.textEl("code", "./highlands tracing " + environment + " on")).cls("note-off");
    }

    /** What was taken in, dropped, and sampled away. */
    static Content counts(TraceCounts counts, TracingView tracing) {
        List<String> words = new ArrayList<>();
        words.add(Figures.number(counts.stored()) + " spans taken in since the start");
        if (tracing.sampledAway().isPresent()) {
            words.add(Figures.number(tracing.sampledAway().getAsLong()) + " sampled away");
        }
        if (tracing.on()) {
            words.add("agent: " + tracing.agent());
            words.add(tracing.keptPercent().isEmpty() ? "" : tracing.keptPercent() + " % of traces are kept");
        }
        words.removeIf(String::isEmpty);
        Element line = Html.el("p", Content.text(String.join(" · ", words) + " · ")).cls("foot");
        return counts.dropped() == 0
                ? line.add(Content.text("none dropped"))
                : line.add(Html.badge("alarm", Figures.number(counts.dropped()) + " spans dropped"),
                        Content.text(" because the store was behind"));
    }
}
