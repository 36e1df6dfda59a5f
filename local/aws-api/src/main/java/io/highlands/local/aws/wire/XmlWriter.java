// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.wire;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import io.highlands.local.aws.model.Shape;

/** Writes a tree as the XML of the Query protocol. */
final class XmlWriter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    /** XML has no control characters, escaped or not: they become the replacement character. */
    private static final Pattern NOT_IN_XML = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\uFFFE\uFFFF]");

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter out = new StringWriter(512);
    private final XMLStreamWriter xml;

    XmlWriter() {
        try {
            xml = FACTORY.createXMLStreamWriter(out);
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    XmlWriter open(String element) {
        return write(() -> xml.writeStartElement(element));
    }

    XmlWriter open(String element, String namespace) {
        return open(element).write(() -> xml.writeDefaultNamespace(namespace));
    }

    /** Ends the element that was opened last. */
    XmlWriter close() {
        return write(xml::writeEndElement);
    }

    XmlWriter text(String element, String text) {
        return open(element).characters(text).close();
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
                close();
            });
            case TIMESTAMP -> characters(TIME.format((Instant) value));
            case BLOB -> characters(Base64.getEncoder().encodeToString((byte[]) value));
            case INTEGER, LONG -> characters(Long.toString(((Number) value).longValue()));
            case DOUBLE -> characters(Double.toString(((Number) value).doubleValue()));
            default -> characters(value.toString());
        }
        close();
    }

    /** A reader takes a bare carriage return for a line feed, so it is written as a reference. */
    private XmlWriter characters(String text) {
        String written = NOT_IN_XML.matcher(text).replaceAll("\uFFFD");
        return write(() -> {
            int from = 0;
            for (int at = written.indexOf('\r'); at >= 0; at = written.indexOf('\r', from)) {
                xml.writeCharacters(written.substring(from, at));
                xml.writeEntityRef("#xD");
                from = at + 1;
            }
            xml.writeCharacters(written.substring(from));
        });
    }

    private XmlWriter write(Writing writing) {
        try {
            writing.write();
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
        return this;
    }

    /** Writing to memory fails only where elements are not nested, which is a fault of this class. */
    private static IllegalStateException impossible(XMLStreamException e) {
        return new IllegalStateException(e);
    }

    private interface Writing {

        void write() throws XMLStreamException;
    }

    /** {@return what has been written} */
    @Override
    public String toString() {
        write(xml::flush);
        return out.toString();
    }
}
