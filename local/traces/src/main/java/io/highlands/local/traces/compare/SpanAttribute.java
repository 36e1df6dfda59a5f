// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.highlands.local.span.Span;
import io.highlands.local.store.SpanField;

/**
 * An attribute of a span with its value.
 *
 * @param key OpenTelemetry's name, such as {@code http.route}; {@code name} and {@code kind} are the span's own
 * @param value its value as text
 */
public record SpanAttribute(String key, String value) {

    /** Longer values are left out: stack traces, and texts that no table shows. */
    static final int MAX_VALUE = 200;

    private static final String ERROR_TYPE = "error.type";

    /**
     * Attributes of spans, each once. Left out are values of more than 200 characters, the request id, which no two traces have,
     * and attributes that have a short name of the language of the search, such as {@code status}: no term finds them.
     *
     * @param spans the spans
     * @return what any of them has
     */
    static Set<SpanAttribute> of(List<Span> spans) {
        Set<SpanAttribute> found = new HashSet<>();
        for (Span span : spans) {
            add(found, "service.name", span.service());
            add(found, "name", span.name());
            add(found, "kind", span.kind().name().toLowerCase(Locale.ROOT));
            add(found, "http.route", span.route());
            add(found, "http.request.method", span.method());
            add(found, "http.response.status_code", span.httpStatus() == 0 ? "" : Integer.toString(span.httpStatus()));
            add(found, "server.address", span.peer());
            add(found, span.attributes().containsKey(ERROR_TYPE) ? "exception.message" : ERROR_TYPE, span.error());
            span.attributes().forEach((key, value) -> {
                if (SpanField.of(key).filter(field -> field != SpanField.EXCEPTION).isEmpty()) {
                    add(found, key, value);
                }
            });
        }
        return found;
    }

    /** {@return a value as far as it counts: a longer one is left out} */
    static String counted(String value) {
        return value.length() <= MAX_VALUE ? value : "";
    }

    private static void add(Set<SpanAttribute> found, String key, String value) {
        if (!counted(value).isEmpty()) {
            found.add(new SpanAttribute(key, value));
        }
    }

    /** {@return the type of a span's error, else its message, which some agents send alone; empty where it has neither} */
    static String errorType(Span span) {
        return counted(span.attributes().getOrDefault(ERROR_TYPE, span.error()));
    }
}
