// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.web;

import java.time.Instant;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.undertow.server.HttpServerExchange;

/** What was asked. */
public final class Request {

    private final HttpServerExchange exchange;

    private final FormFields form;

    private final Instant now;

    private final String token;

    Request(HttpServerExchange exchange, FormFields form, Instant now, String token) {
        this.exchange = exchange;
        this.form = form;
        this.now = now;
        this.token = token;
    }

    /**
     * When it was asked: one moment for the whole answer.
     *
     * @return the moment
     */
    public Instant now() {
        return now;
    }

    /**
     * The token of this start, for the forms of the page: an action without it is refused.
     *
     * @return the token
     */
    public String token() {
        return token;
    }

    /**
     * What the request asks for.
     *
     * @return the path, decoded
     */
    public String path() {
        return exchange.getRequestPath();
    }

    /**
     * A parameter of the query, or a part of the path that the route named.
     *
     * @param name its name
     * @return its value; blank values count as none
     */
    public Optional<String> value(String name) {
        Deque<String> values = exchange.getQueryParameters().get(name);
        return Optional.ofNullable(values).map(Deque::peekFirst).filter(value -> !value.isBlank());
    }

    /**
     * All values of a parameter.
     *
     * @param name its name
     * @return its values that are not blank
     */
    public List<String> values(String name) {
        Collection<String> values = exchange.getQueryParameters().get(name);
        return values == null ? List.of() : values.stream().filter(value -> !value.isBlank()).toList();
    }

    /**
     * The parameters whose names begin alike.
     *
     * @param prefix how their names begin
     * @return their values by the rest of their names
     */
    public Map<String, String> valuesUnder(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        exchange.getQueryParameters().forEach((name, values) -> {
            if (name.startsWith(prefix) && !values.peekFirst().isBlank()) {
                found.put(name.substring(prefix.length()), values.peekFirst());
            }
        });
        return found;
    }

    /**
     * A field of the form that an action was sent.
     *
     * @param name its name
     * @return its value
     */
    public Optional<String> field(String name) {
        return Optional.ofNullable(form).flatMap(fields -> fields.value(name));
    }

    Optional<String> cookie(String name) {
        return Optional.ofNullable(exchange.getRequestCookie(name)).map(cookie -> cookie.getValue());
    }

    HttpServerExchange exchange() {
        return exchange;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }
}
