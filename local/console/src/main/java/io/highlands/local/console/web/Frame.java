// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;

/** What stands around every page: navigation, what runs, theme. */
final class Frame {

    private static final String HTMX = "{\"includeIndicatorStyles\":false,\"allowEval\":false,\"selfRequestsOnly\":true,"
            + "\"historyCacheSize\":0,\"scrollIntoViewOnBoost\":false}";

    private final WebOptions options;

    private final Assets assets;

    private final Gate gate;

    private final List<Section.Tab> tabs;

    Frame(WebOptions options, Assets assets, Gate gate, List<Section.Tab> tabs) {
        this.options = options;
        this.assets = assets;
        this.gate = gate;
        this.tabs = List.copyOf(tabs);
    }

    /** What changes by itself, by the path from which it is read. */
    Map<String, Function<Instant, Content>> parts() {
        Map<String, Function<Instant, Content>> parts = new TreeMap<>();
        options.status().ifPresent(status -> parts.put(Front.STATUS, status));
        options.notice().ifPresent(notice -> parts.put(Front.NOTICE, notice));
        return parts;
    }

    String render(Answer.Page page, Request request, String nonce) {
        Element html = Html.el("html", head(page, nonce), body(page, request)).attr("lang", "en");
        request.cookie("theme").filter(theme -> theme.equals("dark") || theme.equals("light"))
                .ifPresent(theme -> html.attr("data-theme", theme));
        return "<!doctype html>\n" + html.html();
    }

    private Element head(Answer.Page page, String nonce) {
        Element head = Html.el("head", meta("viewport", "width=device-width, initial-scale=1"),
                Html.el("meta").attr("charset", "utf-8"), meta("color-scheme", "light dark"),
                meta("htmx-config", HTMX), meta("highlands-token", gate.token()),
                Html.textEl("title", page.title() + " · Highlands " + options.environment()),
                Html.el("link").attr("rel", "icon").attr("href", assets.path("icon.svg")), style("uplot.css"),
                style("console.css"), script("console.js"), script("htmx.js"), script("uplot.js"),
                script("chart.js"), script("board.js"));
        if (!page.style().isEmpty()) {
            String rules = page.style().replace("<", "");
            head.add(out -> out.append("<style nonce=\"").append(nonce).append("\">").append(rules)
                    .append("</style>"));
        }
        return head;
    }

    private static Element meta(String name, String content) {
        return Html.el("meta").attr("name", name).attr("content", content);
    }

    private Element style(String name) {
        return Html.el("link").attr("rel", "stylesheet").attr("href", assets.path(name));
    }

    private Element script(String name) {
        return Html.el("script").attr("src", assets.path(name)).flag("defer", true);
    }

    private Element body(Answer.Page page, Request request) {
        return Html.el("body", Html.link("#main", "Skip to the page").cls("skip"), header(request),
                notice(request),
                Html.el("main", Html.div("heading", Html.textEl("h1", page.title()), page.lead()), page.main())
                        .attr("id", "main").attr("tabindex", "-1"));
    }

    private Element header(Request request) {
        Element list = Html.el("ul");
        for (Section.Tab tab : tabs) {
            Element link = Html.link(tab.path(), tab.label());
            boolean here = tab.path().equals("/") ? request.path().equals("/") : request.path().startsWith(tab.path());
            list.add(Html.el("li", here ? link.attr("aria-current", "page") : link));
        }
        return Html.el("header", Html.link("/", "Highlands").cls("brand"),
                Html.el("nav", list).attr("aria-label", "Pages"), Html.div("spring"), live(request),
                Html.div("running", Html.span("environment", options.environment()),
                        Html.span("region", options.region()), scale()),
                Html.el("button").attr("id", "pause").attr("type", "button").attr("aria-pressed", "false")
                        .cls("quiet").text("Pause"),
                Html.el("button").attr("id", "theme").attr("type", "button").cls("quiet").text("Theme"));
    }

    /** A region is there before it has a text, so that screen readers tell when it has one. */
    private Content notice(Request request) {
        return options.notice().<Content>map(notice -> Html.el("section", Html.div("", notice.apply(request.now()))
                .attr("id", "notice").attr("role", "status").attr("hx-get", Front.NOTICE)
                .attr("hx-trigger", "tick from:body")).attr("aria-label", "Incident").cls("notice"))
                .orElse(Content.none());
    }

    private Content live(Request request) {
        return options.status().<Content>map(status -> Html.div("status", status.apply(request.now()))
                .attr("id", "status").attr("hx-get", Front.STATUS).attr("hx-trigger", "tick from:body")).orElse(
                        Content.none());
    }

    private Element scale() {
        return options.timeScale() == 1
                ? Html.span("scale", "real time")
                : Html.span("scale", "time ×" + options.timeScale()).attr("title",
                        "Periods and windows of the template "
                                + "are divided by " + options.timeScale() + ": 60 s are " + 60 / options.timeScale()
                                + " s here.");
    }
}
