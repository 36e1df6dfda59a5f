// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.Block;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Reads the title and the commands of a page. A command is a fenced block in Runme's notation. */
final class PageReader {

    /** A block's info string: its language, and Runme's attributes. */
    private static final Pattern INFO = Pattern.compile("([a-z]*)(.*)");
    private static final Pattern NAME = Pattern.compile(" *\\{ *name=([a-z0-9]+(?:-[a-z0-9]+)*) *\\} *");
    private static final Pattern NOTE = Pattern.compile("([a-z-]+):(.*)");

    private final String file;
    private final MarkdownText text;
    private final List<StepBuilder> steps = new ArrayList<>();
    private String title = "";
    private String section = "";
    private String cause = "";

    /**
     * Takes a page.
     *
     * @param file its name
     * @param text what is below its front matter
     */
    PageReader(String file, MarkdownText text) {
        this.file = file;
        this.text = text;
    }

    void read() {
        read(text.document());
        if (title.isEmpty()) {
            throw new RunbookException(file, 1, "no title; the page's heading is a line that begins with '# '");
        }
    }

    String title() {
        return title;
    }

    List<Step> steps() {
        return steps.stream().map(StepBuilder::build).toList();
    }

    private void read(Node parent) {
        MarkdownText.children(parent).forEach(node -> {
            switch (node) {
                case org.commonmark.node.Heading heading -> heading(heading.getLevel(), text.words(heading));
                case FencedCodeBlock block -> block(block);
                case Block container -> read(container);
                default -> {
                    // Words between the commands are for readers.
                }
            }
        });
    }

    private void heading(int level, String words) {
        switch (level) {
            case 1 -> title = words;
            case 2 -> {
                section = words;
                cause = "";
            }
            case 3 -> cause = words;
            default -> {
                // A page's parts have three levels.
            }
        }
    }

    private void block(FencedCodeBlock block) {
        int line = MarkdownText.line(block);
        if (block.getClosingFenceLength() == null) {
            throw new RunbookException(file, line, "a block that never ends; it ends with a line of ```");
        }
        Matcher info = INFO.matcher(block.getInfo());
        if (!info.matches() || !info.group(1).equals("sh")) {
            return;
        }
        Matcher name = NAME.matcher(info.group(2));
        if (!name.matches()) {
            throw new RunbookException(file, line, "'" + text.at(line)
                    + "' has no name; allowed: ```sh { name=words-with-dashes }");
        }
        StepBuilder step = new StepBuilder(file, line, name.group(1), section, cause, block.getLiteral());
        steps.add(step);
        if (block.getNext() instanceof BulletList list) {
            notes(step, list);
        }
    }

    /** The items below a command that say something of it; the first that does not ends them. */
    private void notes(StepBuilder step, BulletList list) {
        for (Node item : MarkdownText.children(list).toList()) {
            Matcher note = NOTE.matcher(item.getFirstChild() instanceof Paragraph words ? text.words(words) : "");
            if (!note.matches()) {
                return;
            }
            step.note(MarkdownText.line(item), note.group(1), note.group(2).strip());
        }
    }
}
