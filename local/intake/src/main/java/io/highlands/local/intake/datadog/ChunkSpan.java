// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.datadog;

import io.highlands.local.intake.batch.NumberText;
import io.highlands.local.intake.batch.SpanDraft;
import io.highlands.local.span.SpanStatus;

/** A span of a chunk while it is read. Names that begin with an underscore are between tracer and agent, and go no further. */
final class ChunkSpan {

    private static final String TRACE_HIGH = "_dd.p.tid";
    private static final String BASE_SERVICE = "_dd.base_service";
    private static final String PRIORITY = "_sampling_priority_v1";
    private static final String TOP_LEVEL = "_dd.top_level";

    private final Chunk chunk;
    private final SpanDraft draft = new SpanDraft();
    private String operation = "";
    private String resource = "";
    private String service = "";
    /** The process, where the tracer calls what is called the service. */
    private String base = "";
    private boolean topLevel;

    ChunkSpan(Chunk chunk) {
        this.chunk = chunk;
    }

    void begin() {
        draft.clear();
        operation = "";
        resource = "";
        service = "";
        base = "";
        topLevel = false;
    }

    SpanDraft draft() {
        return draft;
    }

    boolean isTopLevel() {
        return topLevel;
    }

    void service(String text) {
        service = text;
    }

    void operation(String text) {
        operation = text;
    }

    void resource(String text) {
        resource = text;
    }

    void trace(long bits) {
        draft.traceLow(bits);
    }

    void id(long bits) {
        draft.id(bits);
    }

    void parent(long bits) {
        draft.parent(bits);
    }

    void start(long nanos) {
        draft.start(nanos);
    }

    void duration(long nanos) {
        draft.duration(nanos);
    }

    void error(long flag) {
        draft.status(flag == 0 ? SpanStatus.UNSET : SpanStatus.ERROR);
    }

    void meta(String key, String value) {
        if (!key.startsWith("_")) {
            draft.attribute(key, value);
        } else if (key.equals(TRACE_HIGH)) {
            chunk.traceHigh(value);
        } else if (key.equals(BASE_SERVICE)) {
            base = value;
        }
    }

    void metric(String key, double value) {
        if (!key.startsWith("_")) {
            draft.attribute(key, NumberText.of(value));
        } else if (key.equals(PRIORITY)) {
            chunk.priority(value);
        } else if (key.equals(TOP_LEVEL)) {
            topLevel = value == 1;
        }
    }

    /** Names the span as OpenTelemetry would: by what it does, such as {@code GET /route}; how, is an attribute. */
    void end() {
        draft.service(base.isEmpty() ? service : base);
        draft.name(resource.isEmpty() ? operation : resource);
        draft.attribute("operation.name", operation);
    }
}
