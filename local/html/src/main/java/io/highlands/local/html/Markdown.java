// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.html;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown as CloudWatch's text widgets and the runbooks use it: CommonMark with tables. HTML within it is shown, not
 * obeyed. A link whose text begins with {@code button:} is drawn as a button, as CloudWatch does.
 */
public final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    /** Most levels of quotes and lists, and of emphasis; what is deeper is shown as it is written. Each level takes stack. */
    private static final int MAX_DEPTH = 100;

    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(MAX_DEPTH)
            .maxInlineNesting(MAX_DEPTH).build();

    /** Where links and pictures may lead; the library's own list has {@code data} too, which brings a document of the author's own. */
    private static final List<String> PROTOCOLS = List.of("http", "https", "mailto");

    /** What a runbook says of the command above. */
    private static final Pattern NOTE = Pattern.compile("(healthy|sick|next|effect|risk|undo|within|aws-only):");

    private final UnaryOperator<String> links;

    private final HtmlRenderer renderer;

    /**
     * Makes a reader.
     *
     * @param links what becomes of each link's address: a link into AWS's console leads to this console's page
     */
    public Markdown(UnaryOperator<String> links) {
        this.links = links;
        this.renderer = builder().build();
    }

    /**
     * Makes a reader of runbooks: commands can be copied, and what is said of them is marked.
     *
     * @param links what becomes of each link's address
     * @param commands what becomes of each named command
     */
    public Markdown(UnaryOperator<String> links, Commands commands) {
        this.links = links;
        this.renderer = builder().nodeRendererFactory(context -> new CommandRenderer(context, commands)).build();
    }

    private static HtmlRenderer.Builder builder() {
        return HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).sanitizeUrls(true)
                .urlSanitizer(new DefaultUrlSanitizer(PROTOCOLS))
                .attributeProviderFactory(context -> Markdown::attributes);
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (tag.equals("pre")) {
            attributes.put("tabindex", "0");
        }
        if (node instanceof Link link && "button".equals(link.getTitle())) {
            attributes.remove("title");
            attributes.put("class", "button");
        }
        if (node instanceof ListItem item && item.getFirstChild() instanceof Paragraph paragraph
                && paragraph.getFirstChild() instanceof Text text) {
            Matcher note = NOTE.matcher(text.getLiteral());
            if (note.lookingAt()) {
                attributes.put("class", "note-" + note.group(1));
            }
        }
    }

    /**
     * Reads and renders.
     *
     * @param markdown a text
     * @return it as HTML
     */
    public Content render(String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(new LinkReader());
        String html = renderer.render(document);
        return out -> out.append("<div class=\"markdown\">").append(html).append("</div>");
    }

    /** Turns addresses, and takes the notation of buttons out of their texts. */
    private final class LinkReader extends AbstractVisitor {

        @Override
        public void visit(Link link) {
            link.setDestination(links.apply(link.getDestination()));
            if (link.getFirstChild() instanceof Text text && text.getLiteral().startsWith("button:")) {
                text.setLiteral(text.getLiteral().replaceFirst("^button:(primary:)?", ""));
                link.setTitle("button");
            }
            visitChildren(link);
        }
    }
}
