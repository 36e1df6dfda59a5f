// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.incident;

import java.time.Instant;
import java.util.List;

import io.highlands.local.console.web.TimeRange;
import io.highlands.local.control.message.IncidentReport.Note;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;
import io.highlands.local.incident.IncidentNotes;

/** What people wrote down, and the form by which they do. It is not refreshed, so that no text is lost while it is written. */
final class NotesCard {

    private final Period period;
    private final String token;
    private final Instant now;

    NotesCard(Period period, String token, Instant now) {
        this.period = period;
        this.token = token;
        this.now = now;
    }

    Element card(List<Note> notes) {
        Element list = Html.el("ul").cls("notes");
        notes.forEach(note -> list.add(Html.el("li", Figures.time(note.at(), now),
                Html.div("text", Content.text(note.text())), remove(note))));
        return Html.div("card", Html.textEl("h2", "Notes"), notes.isEmpty() ? Content.none() : list, form())
                .attr("id", "notes");
    }

    private Element form() {
        Element text = Html.el("textarea").attr("name", "text").attr("rows", 3)
                .attr("maxlength", IncidentNotes.MAX_CHARACTERS).flag("required", true);
        Element at = Html.el("input").attr("type", "datetime-local").attr("step", 1).attr("name", "at")
                .attr("value", period.moves() ? "" : TimeRange.field(period.range().until()));
        return post(Html.el("form", Html.el("label", Content.text("What you saw or did; Markdown"), text),
                Html.el("label", Content.text(period.moves() ? "Time (UTC), empty for now" : "Time (UTC)"), at),
                Html.el("button").attr("type", "submit").text("Add note")).cls("note-form"), "/incident/notes");
    }

    private Element remove(Note note) {
        return post(Html.el("form", Html.el("button").attr("type", "submit").cls("quiet")
                .attr("aria-label", "Remove the note of " + Figures.moment(note.at(), now)).text("Remove")),
                "/incident/notes/" + TimeRange.encode(note.id()) + "/remove");
    }

    private Element post(Element form, String path) {
        return form.attr("method", "post").attr("action", period.address(path))
                .add(Html.el("input").attr("type", "hidden").attr("name", "token").attr("value", token));
    }
}
