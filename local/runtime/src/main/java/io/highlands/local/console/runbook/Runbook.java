// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.runbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.highlands.local.console.html.Content;
import io.highlands.local.console.html.Element;
import io.highlands.local.console.html.Html;
import io.highlands.local.console.html.Markdown;
import io.highlands.local.console.web.AwsLinks;

/**
 * A page of the runbooks.
 *
 * @param kind its name, which is the kind of alarm that it is about
 * @param facts its front matter: names, and their values as written
 * @param text the rest, in Markdown
 */
public record Runbook(String kind, Map<String, String> facts, String text) {

    private static final Markdown MARKDOWN = new Markdown(AwsLinks::here);

    /**
     * Reads a page: front matter between lines of three dashes, whose values are scalars or lists, then Markdown.
     *
     * @param kind its name
     * @param source the whole page
     * @return the page
     */
    static Runbook parse(String kind, String source) {
        List<String> lines = source.lines().toList();
        int end = lines.isEmpty() || !lines.getFirst().equals("---")
                ? -1
                : lines.subList(1, lines.size()).indexOf("---") + 1;
        if (end <= 0) {
            return new Runbook(kind, Map.of(), source);
        }
        return new Runbook(kind, facts(lines.subList(1, end)),
                String.join("\n", lines.subList(end + 1, lines.size())));
    }

    private static Map<String, String> facts(List<String> lines) {
        Map<String, List<String>> facts = new LinkedHashMap<>();
        List<String> values = new ArrayList<>();
        for (String line : lines) {
            String text = line.strip();
            int colon = line.indexOf(':');
            if (text.startsWith("- ")) {
                values.add(plain(text.substring(2)));
            } else if (colon > 0 && !line.startsWith(" ")) {
                values = new ArrayList<>();
                facts.put(line.substring(0, colon), values);
                values.add(plain(line.substring(colon + 1).strip()));
            } else if (!text.isEmpty()) {
                values.add(text);
            }
        }
        Map<String, String> joined = new LinkedHashMap<>();
        facts.forEach((name, list) -> joined.put(name,
                String.join(", ", list.stream().filter(value -> !value.isEmpty()).toList())));
        return joined;
    }

    private static String plain(String value) {
        String text = value.startsWith("[") && value.endsWith("]") ? value.substring(1, value.length() - 1) : value;
        return text.replaceAll("^[\"']|[\"']$", "");
    }

    /**
     * A fact of the front matter.
     *
     * @param name its name
     * @return its value, or nothing
     */
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /**
     * The page as it is shown.
     *
     * @return front matter as a list, then the text
     */
    public Content content() {
        Element list = Html.el("dl").cls("facts");
        facts.forEach((name, value) -> list.add(Html.textEl("dt", name), Html.textEl("dd",
                value.isEmpty() ? "–" : value)));
        return Content.all(facts.isEmpty() ? Content.none() : Html.div("card", list), MARKDOWN.render(text));
    }
}
