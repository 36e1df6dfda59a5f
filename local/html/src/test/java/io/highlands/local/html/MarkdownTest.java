// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.html;

import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTest {

    private final Markdown markdown = new Markdown(UnaryOperator.identity());

    private String html(String text) {
        return markdown.render(text).html();
    }

    @Test
    void tablesAreDrawn() {
        assertThat(html("|a|b|\n|---|---|\n|1|2|")).contains("<table>", "<td>1</td>");
    }

    @Test
    void htmlIsShownAndNotObeyed() {
        assertThat(html("<img src=x onerror=alert(1)>")).doesNotContain("<img").contains("&lt;img");
        assertThat(html("a <b>b</b>")).contains("&lt;b&gt;");
    }

    @Test
    void aLinkThatWouldRunAScriptLeadsNowhere() {
        assertThat(html("[x](javascript:alert(1))")).doesNotContain("javascript");
    }

    @Test
    void cloudWatchsButtonsAreButtons() {
        assertThat(html("[button:primary:Mesh](/mesh)")).contains("class=\"button\"", ">Mesh</a>");
        assertThat(html("[button:Mesh](/mesh)")).contains(">Mesh</a>");
    }

    @Test
    void aNamedCommandIsFilledInAndCanBeCopied() {
        Markdown page = new Markdown(UnaryOperator.identity(),
                (name, text) -> new Commands.Command(name + ": " + text, "A=\"1\"\n" + text));

        assertThat(page.render("1. Look\n\n   ```sh { name=look-here }\n   aws <ecs>\n   ```\n").html()).contains(
                "<pre tabindex=\"0\"><code>look-here: aws &lt;ecs&gt;\n</code></pre>",
                "data-copy=\"A=&quot;1&quot;\naws &lt;ecs&gt;\n\"", ">Copy</button>");
        assertThat(page.render("```\nplain\n```").html()).contains("<code>plain").doesNotContain("button");
    }

    @Test
    void whatIsSaidOfACommandIsMarked() {
        assertThat(html("- healthy: `^1$`\n- sick: `^0$`\n- other: `x`")).contains("<li class=\"note-healthy\">",
                "<li class=\"note-sick\">", "<li>other");
    }
}
