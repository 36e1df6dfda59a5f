// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.batch;

import java.util.HashMap;
import java.util.Map;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanSource;
import io.highlands.local.span.TraceId;

/** Makes spans of drafts: every attribute under OpenTelemetry's name, and those that a span names itself in their places. */
final class SpanMaker {

    private static final int LOWEST_STATUS = 100;
    private static final int HIGHEST_STATUS = 999;
    /** OpenTelemetry's name of a service that has none. */
    private static final String UNKNOWN_SERVICE = "unknown_service";
    private static final String LEFT_OUT = "otel.dropped_attributes_count";

    private final SpanSource source;
    private final Map<String, String> attributes = new HashMap<>();

    SpanMaker(SpanSource source) {
        this.source = source;
    }

    Span make(SpanDraft draft) {
        SpanKind kind = draft.kind;
        boolean localRoot = draft.localRoot;
        if (kind == SpanKind.SERVER && draft.isHandler()) {
            kind = SpanKind.INTERNAL;
            localRoot = draft.parent == 0;
        }
        attributes.clear();
        for (int i = 0; i < draft.attributes.size(); i += 2) {
            attributes.putIfAbsent(Names.of(draft.attributes.get(i), kind), draft.attributes.get(i + 1));
        }
        String route = take(Names.ROUTE);
        String method = take(Names.METHOD);
        int status = status(take(Names.STATUS));
        String request = take(Names.REQUEST_ID);
        String peer = take(Names.PEER);
        String error = error(draft);
        if (draft.left > 0) {
            attributes.put(LEFT_OUT, Integer.toString(draft.left));
        }
        return new Span(new TraceId(draft.traceHigh, draft.traceLow), draft.id, draft.parent, localRoot, source,
                draft.service.isEmpty() ? UNKNOWN_SERVICE : draft.service, draft.name, kind, draft.start,
                draft.duration, draft.status, route, method, status,
                request, peer, error, attributes);
    }

    private String error(SpanDraft draft) {
        String message = take(Names.ERROR_MESSAGE);
        if (!draft.error.isEmpty()) {
            return draft.error;
        }
        return message.isEmpty() ? take(Names.ERROR_TYPE) : message;
    }

    private String take(String name) {
        String value = attributes.remove(name);
        return value == null ? "" : value;
    }

    /** A status that is none stays out: it would not be found by its number either. */
    private static int status(String text) {
        try {
            int status = text.isEmpty() ? 0 : Integer.parseInt(text);
            return status >= LOWEST_STATUS && status <= HIGHEST_STATUS ? status : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
