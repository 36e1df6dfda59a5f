// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.report;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import io.highlands.local.rehearsal.Result;

/** Rehearsals as JUnit writes tests: a test case per page, with its failures, a line each. */
final class JunitXml {

    private static final String SUITE = "runbooks";

    /** XML has no control characters, escaped or not; what a command prints may have. */
    private static final Pattern NOT_IN_XML = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\uFFFE\uFFFF]");

    private JunitXml() {
    }

    static String of(List<Result> results) {
        Duration all = results.stream().map(Result::took).reduce(Duration.ZERO, Duration::plus);
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", SUITE);
            xml.writeAttribute("tests", Integer.toString(results.size()));
            xml.writeAttribute("failures", Long.toString(results.stream().filter(result -> !result.passed()).count()));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", "0");
            xml.writeAttribute("time", seconds(all));
            for (Result result : results) {
                xml.writeCharacters("\n  ");
                test(xml, result);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    private static void test(XMLStreamWriter xml, Result result) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", SUITE);
        xml.writeAttribute("name", result.page().kind());
        xml.writeAttribute("time", seconds(result.took()));
        if (!result.passed()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", text(result.failures().getFirst()));
            xml.writeCharacters(text(String.join("\n", result.failures())));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String text(String text) {
        return NOT_IN_XML.matcher(text).replaceAll("\uFFFD");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }
}
