// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.html;

import java.util.Arrays;
import java.util.List;

/** The words in which pages are written. */
public final class Html {

    private Html() {
    }

    /**
     * Begins an element.
     *
     * @param tag its tag; a constant, never what a user wrote
     * @param children what it holds
     * @return the element
     */
    public static Element el(String tag, Content... children) {
        return new Element(tag).add(children);
    }

    /**
     * A block element with classes.
     *
     * @param cls its classes
     * @param children what it holds
     * @return the element
     */
    public static Element div(String cls, Content... children) {
        return el("div", children).cls(cls);
    }

    /**
     * A {@code span} with a text.
     *
     * @param cls its classes
     * @param text what it says
     * @return the element
     */
    public static Element span(String cls, String text) {
        return el("span").cls(cls).text(text);
    }

    /**
     * An {@code a} element.
     *
     * @param address where to
     * @param text what it says
     * @return the element
     */
    public static Element link(String address, String text) {
        return el("a").attr("href", address).text(text);
    }

    /**
     * A text of its own in an element.
     *
     * @param tag the element's tag
     * @param text what it says
     * @return the element
     */
    public static Element textEl(String tag, String text) {
        return el(tag).text(text);
    }

    /**
     * A table; it can be scrolled by the keyboard where it is too wide.
     *
     * @param label what the table is about, for those who do not see it
     * @param head the names of its columns
     * @param rows its rows: {@code tr} elements
     * @return the element
     */
    public static Element table(String label, List<String> head, List<Element> rows) {
        Element line = el("tr");
        head.forEach(name -> line.add(textEl("th", name).attr("scope", "col")));
        return div("scroll", el("table", el("thead", line), el("tbody").add(rows)))
                .attr("tabindex", "0").attr("role", "region").attr("aria-label", label + ", rows");
    }

    /**
     * A row of a table.
     *
     * @param cells what its cells hold
     * @return a {@code tr}
     */
    public static Element row(Content... cells) {
        return el("tr").add(Arrays.stream(cells).map(cell -> el("td", cell)).toList());
    }

    /**
     * Something small beside a text: a state, a kind.
     *
     * @param kind how it looks: one of the style sheet's {@code badge-…}
     * @param text what it says
     * @return the element
     */
    public static Element badge(String kind, String text) {
        return span("badge badge-" + kind, text);
    }
}
