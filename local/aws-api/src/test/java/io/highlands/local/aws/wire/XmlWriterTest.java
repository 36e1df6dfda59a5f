// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.wire;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;

/** What a reader of XML 1.0 makes of what is written. */
class XmlWriterTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "<a>&amp;\"'</a>", "a\r\nb\rc\n\td\r", "]]>", "é 😀", " spaces "})
    void textIsReadAsItWasWritten(String text) throws Exception {
        assertThat(read(new XmlWriter().text("a", text)).getTextContent()).isEqualTo(text);
    }

    /** XML 1.0, "Characters": they are no characters of XML, escaped or not. */
    @Test
    void controlCharactersBecomeTheReplacementCharacter() throws Exception {
        assertThat(read(new XmlWriter().text("a", "\u0000x\u001b\u001f\uFFFE\uFFFF")).getTextContent())
                .isEqualTo("\uFFFDx\uFFFD\uFFFD\uFFFD\uFFFD");
    }

    @Test
    void elementsAreOfTheNamespaceOfTheOutermost() throws Exception {
        Element read = read(new XmlWriter().open("a", "http://example.com/?a&b").text("b", "c").close());

        assertThat(read.getNamespaceURI()).isEqualTo("http://example.com/?a&b");
        assertThat(read.getFirstChild().getNamespaceURI()).isEqualTo("http://example.com/?a&b");
    }

    private static Element read(XmlWriter xml) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.toString().getBytes(StandardCharsets.UTF_8))).getDocumentElement();
    }
}
