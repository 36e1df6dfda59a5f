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
        return new SpanRow(span.with(Map.of()), AttributeText.write(span.attributes()));
    }

    /** The span without its attributes. */
    Span span() {
        return span;
    }

    String attributes() {
        return attributes;
    }

    Span whole() {
        return span.with(AttributeText.read(attributes));
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
