// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** A file's Markdown as CommonMark reads it, with the lines that each block has in the file. */
final class MarkdownText {

    private static final Parser PARSER = Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private final List<String> lines;
    private final Node document;

    /**
     * An address that the text links to, or that it shows an image of.
     *
     * @param target the address, as it is written
     * @param line where, from 1
     */
    record Target(String target, int line) {}

    /**
     * Reads a text.
     *
     * @param lines all lines of the file, so that line numbers are the file's
     * @param from index of the first line that is Markdown; those before it are front matter
     */
    MarkdownText(List<String> lines, int from) {
        this.lines = List.copyOf(lines);
        this.document = PARSER.parse("\n".repeat(from) + String.join("\n", lines.subList(from, lines.size())));
    }

    Node document() {
        return document;
    }

    /** {@return the line that a block or a link begins on, from 1} */
    static int line(Node node) {
        return node.getSourceSpans().getFirst().getLineIndex() + 1;
    }

    /** {@return the characters of a line, without the white space around them} */
    String at(int line) {
        return lines.get(line - 1).strip();
    }

    /** {@return what a paragraph's or a heading's lines say, as it is written, joined with blanks} */
    String words(Node block) {
        int begin = block.getFirstChild() == null
                ? 0
                : block.getFirstChild().getSourceSpans().getFirst().getInputIndex();
        return block.getSourceSpans().stream().map(span -> from(span, begin).strip()).filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String from(SourceSpan span, int begin) {
        int skipped = Math.clamp(begin - (long) span.getInputIndex(), 0, span.getLength());
        int column = span.getColumnIndex();
        return lines.get(span.getLineIndex()).substring(column + skipped, column + span.getLength());
    }

    /** {@return the headings of the second level with what is below them, in order} */
    List<Heading> sections() {
        List<org.commonmark.node.Heading> found = children(document)
                .filter(org.commonmark.node.Heading.class::isInstance)
                .map(org.commonmark.node.Heading.class::cast).filter(heading -> heading.getLevel() <= 2).toList();
        List<Heading> sections = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).getLevel() == 2) {
                int end = i + 1 < found.size() ? line(found.get(i + 1)) - 1 : lines.size();
                int below = found.get(i).getSourceSpans().getLast().getLineIndex() + 1;
                sections.add(new Heading(words(found.get(i)), line(found.get(i)),
                        String.join("\n", lines.subList(below, end))));
            }
        }
        return sections;
    }

    /** {@return the addresses of all links and images, in order} */
    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        document.accept(new AbstractVisitor() {

            @Override
            public void visit(Link link) {
                targets.add(new Target(link.getDestination(), line(link)));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                targets.add(new Target(image.getDestination(), line(image)));
                visitChildren(image);
            }
        });
        return targets;
    }

    /** {@return the blocks or words directly in a node, in order} */
    static Stream<Node> children(Node parent) {
        return Stream.iterate(parent.getFirstChild(), child -> child != null, Node::getNext);
    }
}
