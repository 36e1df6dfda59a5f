// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanStatus;

/** What a span says in columns of its own; everything else is among its attributes. */
public enum SpanField {

    /** service.name. */
    SERVICE("service", Span::service, "service.name", "service"),

    /** The span's name, such as {@code GET /route}. */
    NAME("name", Span::name, "name"),

    /** http.route. */
    ROUTE("route", Span::route, "http.route", "route"),

    /** http.request.method. */
    METHOD("method", Span::method, "http.request.method", "method"),

    /** http.response.status_code. */
    STATUS("http_status", span -> span.httpStatus() == 0 ? "" : Integer.toString(span.httpStatus()),
            "http.response.status_code", "status"),

    /** SpanKind in lower case, such as {@code server}. */
    KIND("kind", span -> span.kind().name().toLowerCase(Locale.ROOT), "kind"),

    /** How long it took, in nanoseconds. */
    DURATION("duration", span -> Long.toString(span.durationNanos()), "duration"),

    /** Whether it failed: {@code true} or {@code false}. */
    ERROR("status", span -> Boolean.toString(span.status() == SpanStatus.ERROR), "error"),

    /** server.address, of a CLIENT span the name that was called. */
    PEER("peer", Span::peer, "server.address", "peer"),

    /** The mesh's x-request-id. */
    REQUEST("request_id", Span::requestId, "http.request.header.x-request-id"),

    /** error.type or the exception's message, whichever the agent sent; the other one may be an attribute. */
    EXCEPTION("error", Span::error, "exception.message", "error.type"),

    /** Whether it is the first span of its trace, without a parent: {@code true} or {@code false}. */
    ROOT("parent", span -> Boolean.toString(span.parent() == 0), "root");

    private static final Map<String, SpanField> BY_NAME = Arrays.stream(values())
            .flatMap(field -> field.names.stream().map(name -> Map.entry(name, field)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String column;

    private final Function<Span, String> value;

    private final List<String> names;

    SpanField(String column, Function<Span, String> value, String... names) {
        this.column = column;
        this.value = value;
        this.names = List.of(names);
    }

    /**
     * The field that a name stands for.
     *
     * @param name OpenTelemetry's name or the short one, such as {@code http.route} or {@code route}
     * @return the field; empty for an attribute
     */
    public static Optional<SpanField> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** {@return whether its values are numbers} */
    public boolean isNumber() {
        return this == STATUS || this == DURATION;
    }

    String column() {
        return column;
    }

    /** What a span says, empty where it says nothing. */
    String of(Span span) {
        return value.apply(span);
    }
}
