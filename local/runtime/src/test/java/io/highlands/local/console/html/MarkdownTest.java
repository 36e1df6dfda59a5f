// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.html;

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
}
