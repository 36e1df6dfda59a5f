// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.highlands.local.aws.model.Shape;

/** Writes a tree as the XML of the Query protocol. */
final class XmlWriter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    private final StringBuilder xml = new StringBuilder(512);

    XmlWriter open(String element) {
        xml.append('<').append(element).append('>');
        return this;
    }

    XmlWriter open(String element, String namespace) {
        xml.append('<').append(element).append(" xmlns=\"").append(namespace).append("\">");
        return this;
    }

    XmlWriter close(String element) {
        xml.append("</").append(element).append('>');
        return this;
    }

    XmlWriter text(String element, String text) {
        open(element);
        escaped(text);
        return close(element);
    }

    XmlWriter members(Shape shape, Map<String, Object> tree) {
        shape.members().forEach((name, member) -> {
            Object value = tree.get(name);
            if (value != null) {
                element(name, member, value);
            }
        });
        return this;
    }

    @SuppressWarnings("unchecked")
    private void element(String name, Shape shape, Object value) {
        open(name);
        switch (shape.type()) {
            case STRUCTURE -> members(shape, (Map<String, Object>) value);
            case LIST -> ((List<Object>) value).forEach(member -> element("member", shape.element(), member));
            case MAP -> ((Map<String, Object>) value).forEach((key, entry) -> {
                open("entry").text("key", key);
                element("value", shape.element(), entry);
                close("entry");
            });
            case TIMESTAMP -> xml.append(TIME.format((Instant) value));
            case BLOB -> xml.append(Base64.getEncoder().encodeToString((byte[]) value));
            case INTEGER, LONG -> xml.append(((Number) value).longValue());
            case DOUBLE -> xml.append(((Number) value).doubleValue());
            default -> escaped(value.toString());
        }
        close(name);
    }

    /** XML has no control characters, escaped or not: they become the replacement character. */
    private void escaped(String text) {
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            switch (next) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                case '\r' -> xml.append("&#xD;");
                case '\n', '\t' -> xml.append(next);
                default -> xml.append(next < ' ' || next == '\uFFFE' || next == '\uFFFF' ? '\uFFFD' : next);
            }
        }
    }

    @Override
    public String toString() {
        return xml.toString();
    }
}
