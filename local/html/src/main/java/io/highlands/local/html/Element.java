// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An element of HTML or SVG: built by chained calls, written with all texts and values escaped. */
public final class Element implements Content {

    private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "link", "meta");

    private static final Set<String> ADDRESSES = Set.of("href", "src", "action");

    private final String tag;

    private final Map<String, String> attributes = new LinkedHashMap<>();

    private final List<Content> children = new ArrayList<>();

    Element(String tag) {
        this.tag = tag;
    }

    /**
     * Sets an attribute.
     *
     * @param name its name; a constant, never what a user wrote
     * @param value its value: escaped; an address that is no link of http, https or mailto becomes {@code #}
     * @return this
     * @throws IllegalArgumentException for a name that could run a script
     */
    public Element attr(String name, Object value) {
        if (!name.matches("[a-zA-Z][a-zA-Z0-9:-]*") || name.startsWith("on") || name.equals("style")) {
            throw new IllegalArgumentException("attribute '" + name
                    + "': the console's policy allows no scripts or styles in elements");
        }
        attributes.put(name, ADDRESSES.contains(name) ? Escape.address(value.toString()) : value.toString());
        return this;
    }

    /**
     * Sets an attribute without a value.
     *
     * @param name its name
     * @param present whether it is there
     * @return this
     */
    public Element flag(String name, boolean present) {
        return present ? attr(name, "") : this;
    }

    /**
     * Sets the classes.
     *
     * @param names names, by blanks
     * @return this
     */
    public Element cls(String names) {
        return attr("class", names);
    }

    /**
     * Adds a text.
     *
     * @param text any text: it is escaped
     * @return this
     */
    public Element text(String text) {
        children.add(Content.text(text));
        return this;
    }

    /**
     * Adds children.
     *
     * @param more what to add
     * @return this
     */
    public Element add(Content... more) {
        children.addAll(List.of(more));
        return this;
    }

    /**
     * Adds children.
     *
     * @param more what to add
     * @return this
     */
    public Element add(List<? extends Content> more) {
        children.addAll(more);
        return this;
    }

    @Override
    public void writeTo(StringBuilder out) {
        out.append('<').append(tag);
        attributes.forEach((name, value) -> {
            out.append(' ').append(name).append("=\"");
            Escape.into(out, value);
            out.append('"');
        });
        out.append('>');
        if (!VOID.contains(tag)) {
            children.forEach(child -> child.writeTo(out));
            out.append("</").append(tag).append('>');
        }
    }
}
