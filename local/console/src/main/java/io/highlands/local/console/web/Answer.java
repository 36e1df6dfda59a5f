// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.web;

import java.nio.charset.StandardCharsets;

import io.highlands.local.html.Content;

/** What a request is answered with. */
public sealed interface Answer {

    /**
     * A whole page, with the frame around it.
     *
     * @param status the HTTP status
     * @param title its title and heading
     * @param lead what stands beside the heading: a time range, links; may be nothing
     * @param main what the page holds
     * @param style rules that only this page needs, allowed by the page's nonce; may be empty
     */
    record Page(int status, String title, Content lead, Content main, String style) implements Answer {}

    /**
     * Bytes of a type.
     *
     * @param status the HTTP status
     * @param type the content type
     * @param body the bytes
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Raw(int status, String type, byte[] body) implements Answer {}

    /**
     * A whole HTML page that was written elsewhere. It brings its own styles and pictures, runs no script, and is kept
     * apart from the console's own pages.
     *
     * @param html the page
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Document(byte[] html) implements Answer {}

    /**
     * A file that the browser saves.
     *
     * @param name its name: letters, digits, hyphens and dots
     * @param type the content type
     * @param body the bytes
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Download(String name, String type, byte[] body) implements Answer {}

    /**
     * Go elsewhere, as after every action.
     *
     * @param location a path of this console
     */
    record Redirect(String location) implements Answer {}

    /**
     * A page without anything beside its heading.
     *
     * @param title its title and heading
     * @param main what it holds
     * @return the page
     */
    static Page page(String title, Content main) {
        return page(title, Content.none(), main);
    }

    /**
     * An HTML page inside the frame of the console.
     *
     * @param title its title and heading
     * @param lead what stands beside the heading
     * @param main what it holds
     * @return the page
     */
    static Page page(String title, Content lead, Content main) {
        return new Page(200, title, lead, main, "");
    }

    /**
     * A part of a page, which htmx puts in its place.
     *
     * @param content the part
     * @return the answer
     */
    static Raw fragment(Content content) {
        return new Raw(200, "text/html; charset=utf-8", content.html().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Data.
     *
     * @param json a JSON text
     * @return the answer
     */
    static Raw json(byte[] json) {
        return new Raw(200, "application/json", json);
    }
}
