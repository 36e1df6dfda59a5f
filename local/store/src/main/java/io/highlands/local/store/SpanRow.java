// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.Map;

import io.highlands.local.span.Span;

/** A span as memory holds it until it is on disk: its attributes as one text, which takes a third of a map's room. */
final class SpanRow extends Row {

    /** Bytes that a weight of 1 stands for. */
    private static final int UNIT = 100;

    /** What the objects of a span take without the characters. */
    private static final int OBJECTS = 450;

    private final Span span;

    private final String attributes;

    private SpanRow(Span span, String attributes) {
        this.span = span;
        this.attributes = attributes;
    }

    static SpanRow of(Span span) {
        return new SpanRow(with(span, Map.of()), AttributeText.write(span.attributes()));
    }

    /** The span without its attributes. */
    Span span() {
        return span;
    }

    String attributes() {
        return attributes;
    }

    Span whole() {
        return with(span, AttributeText.read(attributes));
    }

    private static Span with(Span span, Map<String, String> attributes) {
        return new Span(span.trace(), span.id(), span.parent(), span.localRoot(), span.source(), span.service(),
                span.name(), span.kind(), span.startNanos(), span.durationNanos(), span.status(), span.route(),
                span.method(), span.httpStatus(), span.requestId(), span.peer(), span.error(), attributes);
    }

    @Override
    long second() {
        return Math.floorDiv(span.startNanos(), 1_000_000_000L);
    }

    @Override
    int weight() {
        return (OBJECTS + span.service().length() + span.name().length() + span.route().length()
                + span.requestId().length() + span.peer().length() + span.error().length() + attributes.length())
                / UNIT;
    }

    @Override
    Lane lane() {
        return Lane.SPANS;
    }
}
