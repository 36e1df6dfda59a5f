// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.highlands.local.html.Content;
import io.highlands.local.html.Html;
import io.highlands.local.rehearsal.Result;

/** A page that needs nothing beside it: its style is within, and it has no scripts. */
final class Document {

    private Document() {
    }

    static String of(String title, List<? extends Content> content) {
        String style = style();
        return "<!DOCTYPE html>\n" + Html.el("html",
                Html.el("head", Html.el("meta").attr("charset", "utf-8"),
                        Html.el("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1"),
                        Html.el("meta").attr("http-equiv", "Content-Security-Policy")
                                .attr("content", "default-src 'none'; style-src 'unsafe-inline'"),
                        Html.textEl("title", title), out -> out.append("<style>").append(style).append("</style>")),
                Html.el("body", Html.el("main", Html.textEl("h1", title), Content.all(content))))
                .attr("lang", "en").html() + "\n";
    }

    /** A word and a colour for how it went. */
    static Content verdict(Result result) {
        return result.passed() ? Html.badge("ok", "passed") : Html.badge("alarm", "failed");
    }

    private static String style() {
        try (InputStream css = Document.class.getResourceAsStream("report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
