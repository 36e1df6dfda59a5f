// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.runbook;

import java.util.List;
import java.util.Optional;

import io.highlands.local.console.html.Content;
import io.highlands.local.console.html.Element;
import io.highlands.local.console.html.Html;
import io.highlands.local.console.web.Answer;
import io.highlands.local.console.web.NotFound;
import io.highlands.local.console.web.Request;
import io.highlands.local.console.web.Routes;
import io.highlands.local.console.web.Section;

/** The runbooks as pages. */
public final class RunbookSection implements Section {

    private final Runbooks runbooks;

    /**
     * Makes the section.
     *
     * @param runbooks the pages
     */
    public RunbookSection(Runbooks runbooks) {
        this.runbooks = runbooks;
    }

    @Override
    public Optional<Tab> tab() {
        return Optional.of(new Tab("Runbooks", "/runbooks"));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/runbooks", request -> list());
        routes.get("/runbooks/{kind}", this::page);
    }

    private Answer list() {
        List<Element> rows = runbooks.kinds().stream().map(runbooks::find).flatMap(Optional::stream)
                .map(page -> Html.row(Html.link("/runbooks/" + page.kind(), page.kind()),
                        Content.text(page.fact("severity")), Content.text(page.fact("owner"))))
                .toList();
        return Answer.page("Runbooks", rows.isEmpty()
                ? Html.textEl("p", "There is no page in the folder runbooks of this checkout.").cls("empty-note")
                : Html.div("card", Html.table("Runbooks", List.of("Kind of alarm", "Severity", "Owner"), rows)));
    }

    private Answer page(Request request) {
        String kind = request.value("kind").orElse("");
        Runbook page = runbooks.find(kind).orElseThrow(() -> new NotFound("there is no runbook '" + kind + "'"));
        return Answer.page("Runbook: " + kind, page.content());
    }
}
