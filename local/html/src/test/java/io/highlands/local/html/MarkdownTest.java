// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.html;

import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** The library's sanitizer allows data (DefaultUrlSanitizer), with which a link brings its own document. */
    @ParameterizedTest
    @ValueSource(strings = {"[x](data:text/html,hello)", "![x](data:image/svg+xml,hello)", "[x](DATA:text/html,hello)",
            "[x](vbscript:hello)", "[x](file:///etc/passwd)"})
    void aLinkOrPictureOfAnotherSchemeLeadsNowhere(String markdown) {
        assertThat(html(markdown)).contains("=\"\"").doesNotContainIgnoringCase("data:", "script:", "file:");
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

    /**
     * A dashboard's text may have tens of thousands of characters, and the process's threads have 512 KiB of stack.
     *
     * @see <a href="https://github.com/commonmark/commonmark-java/blob/main/CHANGELOG.md">maxOpenBlockParsers, maxInlineNesting</a>
     */
    @Test
    void deepNestingDoesNotOverflowTheStack() throws InterruptedException {
        for (String text : List.of(">".repeat(10_000) + "deep", "- ".repeat(5_000) + "deep",
                "*a **b ".repeat(3_000) + "deep" + "** *".repeat(3_000),
                "![".repeat(5_000) + "deep" + "](/x)".repeat(5_000))) {
            assertThat(onSmallStack(text)).as(text.substring(0, 10)).contains("deep");
        }
    }

    private String onSmallStack(String text) throws InterruptedException {
        String[] result = new String[1];
        Thread thread = new Thread(null, () -> {
            try {
                result[0] = html(text);
            } catch (StackOverflowError e) {
                result[0] = e.toString();
            }
        }, "small", 512 * 1024);
        thread.start();
        thread.join();
        return result[0];
    }
}
