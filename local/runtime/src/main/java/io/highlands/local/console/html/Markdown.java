// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.html;

import java.util.List;
import java.util.function.UnaryOperator;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown as CloudWatch's text widgets and the runbooks use it: CommonMark with tables. HTML within it is shown, not
 * obeyed. A link whose text begins with {@code button:} is drawn as a button, as CloudWatch does.
 */
public final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    private final UnaryOperator<String> links;

    private final HtmlRenderer renderer = HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true)
            .sanitizeUrls(true).attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (tag.equals("pre")) {
                    attributes.put("tabindex", "0");
                }
                if (node instanceof Link link && "button".equals(link.getTitle())) {
                    attributes.remove("title");
                    attributes.put("class", "button");
                }
            }).build();

    /**
     * Makes a reader.
     *
     * @param links what becomes of each link's address: a link into AWS's console leads to this console's page
     */
    public Markdown(UnaryOperator<String> links) {
        this.links = links;
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
