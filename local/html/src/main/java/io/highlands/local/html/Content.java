// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.html;

import java.util.List;

/** A piece of a page that can write itself as HTML. */
@FunctionalInterface
public interface Content {

    /**
     * Writes itself.
     *
     * @param out where to; what is written is well-formed HTML in which every text is escaped
     */
    void writeTo(StringBuilder out);

    /**
     * Writes itself into a text of its own.
     *
     * @return the HTML
     */
    default String html() {
        StringBuilder out = new StringBuilder(256);
        writeTo(out);
        return out.toString();
    }

    /**
     * Nothing.
     *
     * @return content that writes nothing
     */
    static Content none() {
        return out -> {};
    }

    /**
     * Plain characters, escaped.
     *
     * @param text any text: it is escaped
     * @return the text as content
     */
    static Content text(String text) {
        return out -> Escape.into(out, text);
    }

    /**
     * Pieces one after another.
     *
     * @param pieces the pieces
     * @return all of them
     */
    static Content all(List<? extends Content> pieces) {
        List<? extends Content> copy = List.copyOf(pieces);
        return out -> copy.forEach(piece -> piece.writeTo(out));
    }

    /**
     * Pieces one after another.
     *
     * @param pieces the pieces
     * @return all of them
     */
    static Content all(Content... pieces) {
        return all(List.of(pieces));
    }
}
