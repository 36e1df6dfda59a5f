// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.html;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Draws named commands with a button that copies them, and all other blocks as they are. */
final class CommandRenderer implements NodeRenderer {

    private static final Pattern NAMED = Pattern.compile("sh *\\{ *name=([a-z0-9-]+) *\\} *");

    private final HtmlNodeRendererContext context;

    private final Commands commands;

    CommandRenderer(HtmlNodeRendererContext context, Commands commands) {
        this.context = context;
        this.commands = commands;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        FencedCodeBlock block = (FencedCodeBlock) node;
        HtmlWriter out = context.getWriter();
        Matcher named = NAMED.matcher(block.getInfo());
        out.line();
        if (!named.matches()) {
            pre(out, block.getLiteral());
            return;
        }
        Commands.Command command = commands.of(named.group(1), block.getLiteral());
        out.tag("div", Map.of("class", "command"));
        pre(out, command.shown());
        out.raw(Html.el("button").cls("copy").attr("type", "button").attr("data-copy", command.copied()).text("Copy")
                .html());
        out.tag("/div");
        out.line();
    }

    private static void pre(HtmlWriter out, String text) {
        out.tag("pre", Map.of("tabindex", "0"));
        out.tag("code");
        out.text(text);
        out.tag("/code");
        out.tag("/pre");
        out.line();
    }
}
