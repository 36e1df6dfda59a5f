// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.store.StoreUsage;

/** What of metrics, logs and spans is kept, and what is not: the numbers of {@code highlands status}. */
final class TelemetryCard {

    private TelemetryCard() {
    }

    static Content of(StoreUsage usage) {
        List<Element> rows = new ArrayList<>();
        rows.add(Html.row(Content.text("On disk"),
                Content.text(String.format(Locale.ROOT, "%.1f MiB", usage.bytes() / 1048576.0))));
        rows.add(Html.row(Content.text("Not yet on disk"), Content.text(rows(usage.pending()))));
        rows.add(count("Lost: taken and not kept", usage.lost()));
        rows.add(count("Refused: there was no room", usage.dropped()));
        rows.add(count("Unreadable on disk", usage.unreadable()));
        Element card = Html.div("card", Html.textEl("h2", "Telemetry"), usage.problem()
                .<Content>map(problem -> Html.textEl("p", problem).cls("message")).orElse(Content.none()),
                Html.table("Telemetry", List.of("What", "How much"), rows));
        return usage.notes().isEmpty()
                ? card
                : Html.div("", card, Html.div("card", Html.textEl("h2", "What was lost"),
                        Html.el("ul", usage.notes().stream().map(note -> Html.textEl("li", note))
                                .toArray(Content[]::new))));
    }

    private static Element count(String what, long count) {
        return Html.row(Content.text(what), count == 0 ? Content.text("none") : Html.badge("alarm", rows(count)));
    }

    private static String rows(long count) {
        return count + (count == 1 ? " row" : " rows");
    }
}
