// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of the folder {@code runbooks}.
 *
 * @param kind its name: the kind of alarm that it is about, or a routine job
 * @param title its heading
 * @param front what stands above the heading
 * @param headings its sections, in order
 * @param steps its commands, in order
 * @param text all below the front matter, in Markdown
 */
public record Runbook(String kind, String title, FrontMatter front, List<Heading> headings, List<Step> steps,
        String text) {

    /** Name of the command that begins the first look and sets the variables that all others use. */
    public static final String VARIABLES = "variables";

    public Runbook {
        headings = List.copyOf(headings);
        steps = List.copyOf(steps);
    }

    /**
     * Reads a page.
     *
     * @param kind its name, which is its file's without {@code .md}
     * @param content the whole file
     * @return the page
     * @throws RunbookException in one line that names file and line
     */
    public static Runbook parse(String kind, String content) {
        List<String> lines = content.lines().toList();
        String file = kind + ".md";
        int end = lines.isEmpty() || !lines.getFirst().equals("---")
                ? -1
                : lines.subList(1, lines.size()).indexOf("---") + 1;
        if (end < 1) {
            throw new RunbookException(file, 1, "no front matter; a page begins with it, between lines of '---'");
        }
        FrontMatter front = new FrontMatterReader(file, lines.subList(1, end)).read();
        MarkdownText text = new MarkdownText(lines, end + 1);
        PageReader page = new PageReader(file, text);
        page.read();
        return new Runbook(kind, page.title(), front, text.sections(), page.steps(),
                String.join("\n", lines.subList(end + 1, lines.size())) + "\n");
    }

    /**
     * The page below other front matter.
     *
     * @param other what stands above its title
     * @return the page
     */
    public Runbook with(FrontMatter other) {
        return new Runbook(kind, title, other, headings, steps, text);
    }

    /** File name of the page, as messages name it. */
    public String file() {
        return kind + ".md";
    }

    /**
     * What is below a section's heading.
     *
     * @param section its heading
     * @return it, in Markdown; empty when there is no such section
     */
    public String body(String section) {
        return headings.stream().filter(heading -> heading.text().equals(section)).map(Heading::body).findFirst()
                .orElse("");
    }

    /**
     * The commands of a section.
     *
     * @param section its heading
     * @return them, in order
     */
    public List<Step> steps(String section) {
        return steps.stream().filter(step -> step.section().equals(section)).toList();
    }

    /**
     * A command.
     *
     * @param name its name
     * @return it, if the page has it
     */
    public Optional<Step> step(String name) {
        return steps.stream().filter(step -> step.name().equals(name)).findFirst();
    }

    /**
     * The page's variables with the values that it shows, HIGHLANDS_ENV among them.
     *
     * @return names and values in the page's order; empty for a page without any
     */
    public Map<String, String> variables() {
        return step(VARIABLES).map(step -> Variables.of(file(), step)).orElse(Map.of());
    }
}
