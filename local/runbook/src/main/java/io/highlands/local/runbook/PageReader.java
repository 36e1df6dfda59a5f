// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads headings and commands of a page's Markdown, in Runme's notation. */
final class PageReader {

    private static final Pattern HEADING = Pattern.compile("(#{1,3}) +(.*)");
    private static final Pattern FENCE = Pattern.compile("( *)```([a-z]*)(.*)");
    private static final Pattern NAME = Pattern.compile(" *\\{ *name=([a-z0-9]+(?:-[a-z0-9]+)*) *\\} *");
    private static final Pattern NOTE = Pattern.compile(" *- ([a-z-]+): *(.*)");

    private final String file;
    private final List<String> lines;
    private final List<Heading> headings = new ArrayList<>();
    private final List<StepBuilder> steps = new ArrayList<>();
    private String title = "";
    private String cause = "";
    private boolean noting;
    private int at;

    /**
     * Takes a page.
     *
     * @param file its name
     * @param lines all its lines, front matter included, so that numbers are the file's
     * @param from index of the first line to read
     */
    PageReader(String file, List<String> lines, int from) {
        this.file = file;
        this.lines = lines;
        this.at = from;
    }

    void read() {
        for (; at < lines.size(); at++) {
            String line = lines.get(at);
            Matcher fence = FENCE.matcher(line);
            Matcher heading = HEADING.matcher(line);
            if (fence.matches()) {
                noting = false;
                block(fence);
            } else if (heading.matches()) {
                noting = false;
                heading(heading.group(1).length(), heading.group(2).strip());
            } else if (noting && !line.isBlank()) {
                note(line);
            }
        }
        if (title.isEmpty()) {
            throw new RunbookException(file, 1, "no title; the page's heading is a line that begins with '# '");
        }
    }

    String title() {
        return title;
    }

    List<Heading> headings() {
        return headings;
    }

    List<Step> steps() {
        return steps.stream().map(StepBuilder::build).toList();
    }

    private void heading(int level, String text) {
        if (level == 1) {
            title = text;
            return;
        }
        cause = level == 3 ? text : "";
        if (level == 2) {
            headings.add(new Heading(text, at + 1, isEmptyBelow()));
        }
    }

    private boolean isEmptyBelow() {
        return lines.subList(at + 1, lines.size()).stream().filter(line -> !line.isBlank()).findFirst()
                .map(line -> line.startsWith("## ")).orElse(true);
    }

    private void block(Matcher fence) {
        int begin = at;
        String indent = fence.group(1);
        List<String> command = new ArrayList<>();
        for (at++; at < lines.size() && !lines.get(at).strip().equals("```"); at++) {
            String line = lines.get(at);
            command.add(line.startsWith(indent) ? line.substring(indent.length()) : line.stripLeading());
        }
        if (at == lines.size()) {
            throw new RunbookException(file, begin + 1, "a block that never ends; it ends with a line of ```");
        }
        if (!fence.group(2).equals("sh")) {
            return;
        }
        Matcher name = NAME.matcher(fence.group(3));
        if (!name.matches()) {
            throw new RunbookException(file, begin + 1, "'" + lines.get(begin).strip()
                    + "' has no name; allowed: ```sh { name=words-with-dashes }");
        }
        steps.add(new StepBuilder(file, begin + 1, name.group(1),
                headings.isEmpty() ? "" : headings.getLast().text(), cause, String.join("\n", command) + "\n"));
        noting = true;
    }

    private void note(String line) {
        Matcher note = NOTE.matcher(line);
        if (note.matches()) {
            steps.getLast().note(at + 1, note.group(1), note.group(2).strip());
        } else if (line.startsWith(" ") && !line.strip().startsWith("- ")) {
            steps.getLast().more(line.strip());
        } else {
            noting = false;
        }
    }
}
