// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.batch;

import java.util.ArrayList;
import java.util.List;

import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanStatus;

/** A span while it is read: what its protocol says of it, in any order. It can be cleared and used for the next one. */
public final class SpanDraft {

    private static final String SPRING_HANDLER = "spring-web-controller";

    long traceHigh;
    long traceLow;
    long id;
    long parent;
    boolean localRoot;
    String service = "";
    String name = "";
    SpanKind kind = SpanKind.INTERNAL;
    long start;
    long duration;
    SpanStatus status = SpanStatus.UNSET;
    String error = "";
    /** Names and values in turn. */
    final List<String> attributes = new ArrayList<>();
    int left;
    private int characters;

    /**
     * Forgets everything.
     *
     * @return this
     */
    public SpanDraft clear() {
        traceHigh = 0;
        traceLow = 0;
        id = 0;
        parent = 0;
        localRoot = false;
        service = "";
        name = "";
        kind = SpanKind.INTERNAL;
        start = 0;
        duration = 0;
        status = SpanStatus.UNSET;
        error = "";
        attributes.clear();
        left = 0;
        characters = 0;
        return this;
    }

    /** {@return the last 64 bits of the trace's id} */
    public long traceLow() {
        return traceLow;
    }

    /** {@return its own id} */
    public long id() {
        return id;
    }

    /** {@return its parent's id; 0 for none} */
    public long parent() {
        return parent;
    }

    /** {@return the kind, as far as it is known by now} */
    public SpanKind kind() {
        return kind;
    }

    /** Sets the first 64 bits of the trace's id. */
    public void traceHigh(long bits) {
        traceHigh = bits;
    }

    /** Sets the last 64 bits of the trace's id. */
    public void traceLow(long bits) {
        traceLow = bits;
    }

    /** Sets the 64 bits that name the span. */
    public void id(long bits) {
        id = bits;
    }

    /** Sets its parent's id; 0 for none. */
    public void parent(long bits) {
        parent = bits;
    }

    /** Sets whether it is the first span of its trace in its process. */
    public void localRoot(boolean first) {
        localRoot = first;
    }

    /** Sets service.name. */
    public void service(String text) {
        service = text;
    }

    /** Sets the span's name. */
    public void name(String text) {
        name = text;
    }

    /** Sets which part of a call the span is. */
    public void kind(SpanKind part) {
        kind = part;
    }

    /** Sets when it began, in nanoseconds since 1970; what is beyond 63 bits is no time. */
    public void start(long nanos) {
        start = nanos;
    }

    /** {@return when it began} */
    public long start() {
        return start;
    }

    /** Sets how long it took, in nanoseconds; less than none is none. */
    public void duration(long nanos) {
        duration = Math.clamp(nanos, 0, Limits.LONGEST.toNanos());
    }

    /** Sets how it went. */
    public void status(SpanStatus outcome) {
        status = outcome;
    }

    /** Sets what the status says of the error. */
    public void error(String text) {
        error = text;
    }

    /** Counts attributes that the sender left out itself. */
    public void leftOut(long count) {
        left = Math.clamp(left + count, 0, Integer.MAX_VALUE);
    }

    /**
     * Adds an attribute.
     *
     * @param key its name, as the agent has it; one that begins with an underscore is between tracer and agent, and left out
     * @param value its value; an empty one is none
     */
    public void attribute(String key, String value) {
        if (value.isEmpty() || key.isEmpty() || key.charAt(0) == '_') {
            return;
        }
        if (key.equals("span.kind")) {
            kind = kindOf(value);
        } else if (attributes.size() == 2 * Limits.ATTRIBUTES
                || characters + key.length() + value.length() > Limits.ATTRIBUTE_CHARACTERS) {
            leftOut(1);
        } else {
            characters += key.length() + value.length();
            attributes.add(key);
            attributes.add(value);
        }
    }

    /** Datadog's tracer calls Spring's handler a SERVER too, within the one that took the request. */
    boolean isHandler() {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals("component")) {
                return attributes.get(i + 1).equals(SPRING_HANDLER);
            }
        }
        return false;
    }

    private static SpanKind kindOf(String value) {
        return switch (value) {
            case "server" -> SpanKind.SERVER;
            case "client" -> SpanKind.CLIENT;
            case "producer" -> SpanKind.PRODUCER;
            case "consumer" -> SpanKind.CONSUMER;
            default -> SpanKind.INTERNAL;
        };
    }
}
