// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.html;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ElementTest {

    @Test
    void textsAndValuesAreEscaped() {
        assertThat(Html.el("p").attr("title", "\"><script>").text("<b>&'").html())
                .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;&#39;</p>");
    }

    @Test
    void noAttributeCanHoldAScriptOrAStyle() {
        assertThatIllegalArgumentException().isThrownBy(() -> Html.el("p").attr("onclick", "x"))
                .withMessageContaining("onclick");
        assertThatIllegalArgumentException().isThrownBy(() -> Html.el("p").attr("style", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> Html.el("p").attr("a b", "x"));
    }

    @Test
    void anAddressLeadsToThisConsoleOrTheWebAndRunsNothing() {
        assertThat(Html.link("javascript:alert(1)", "x").html()).contains("href=\"#\"");
        assertThat(Html.link(" JavaScript:alert(1)", "x").html()).contains("href=\"#\"");
        assertThat(Html.link("data:text/html,x", "x").html()).contains("href=\"#\"");
        assertThat(Html.link("/logs?filter=a:b", "x").html()).contains("href=\"/logs?filter=a:b\"");
        assertThat(Html.link("https://example.org/", "x").html()).contains("https://example.org/");
    }

    @Test
    void elementsWithoutContentAreNotClosed() {
        assertThat(Html.el("input").flag("checked", true).flag("disabled", false).html())
                .isEqualTo("<input checked=\"\">");
    }

    /** HTML, 4.10.22.5: a form's text is sent with CR LF; 13.2.3.5: a browser reads CR LF as one line end. */
    @Test
    void theLinesOfAFormStayLines() {
        assertThat(Html.textEl("textarea", "fields message\r\n| limit 2").html())
                .isEqualTo("<textarea>fields message\r\n| limit 2</textarea>");
    }

    @Test
    void controlCharactersOfALogLineAreMadeVisible() {
        assertThat(Content.text("a\u001b[31mb\0").html()).isEqualTo("a\uFFFD[31mb\uFFFD");
    }
}
