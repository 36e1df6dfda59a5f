// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.highlands.telemetry.Unit;

/**
 * Arithmetic over queries. A dashboard takes formula and queries apart, a monitor takes both as one text.
 *
 * @param label
 *            what it is called on a dashboard
 * @param formula
 *            names its queries by id; functions are followed by a parenthesis
 * @param queries
 *            the queries by id
 * @param unit
 *            of its values
 */
public record Expression(String label, String formula, SequencedMap<String, Query> queries, Unit unit) {

    private static final Pattern ID = Pattern.compile("\\b[a-z][a-z0-9_]*\\b(?!\\()");

    public Expression {
        queries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(queries));
    }

    static Expression of(String label, Unit unit, String formula) {
        return new Expression(label, formula, new LinkedHashMap<>(), unit);
    }

    static Expression of(String label, Unit unit, Query query) {
        return of(label, unit, "value").with("value", query);
    }

    /** The same with one more query. */
    Expression with(String id, Query query) {
        SequencedMap<String, Query> more = new LinkedHashMap<>(queries);
        if (more.put(id, query) != null) {
            throw new IllegalArgumentException("id %s is taken in %s".formatted(id, formula));
        }
        return new Expression(label, formula, more, unit);
    }

    /**
     * Another expression in the place of an id, its own ids prefixed with that one.
     *
     * @param id
     *            the id in this formula that it stands for
     * @param part
     *            the other
     */
    Expression with(String id, Expression part) {
        SequencedMap<String, Query> more = new LinkedHashMap<>(queries);
        part.queries.forEach((inner, query) -> more.put(id + "_" + inner, query));
        String own = replace(part.formula, inner -> id + "_" + inner);
        return new Expression(label, replace(formula, found -> found.equals(id) ? "(" + own + ")" : found), more, unit);
    }

    /** The same under another name. */
    public Expression labelled(String other) {
        return new Expression(other, formula, queries, unit);
    }

    /** Formula and queries as one text, as monitors take it. */
    public String text() {
        return replace(formula, id -> {
            Query query = queries.get(id);
            if (query == null) {
                throw new IllegalStateException("id %s in %s is none of %s".formatted(id, formula, queries.keySet()));
            }
            return query.text();
        });
    }

    /** The queries with ids that no other expression of the same tile has. */
    public Expression prefixed(String prefix) {
        SequencedMap<String, Query> renamed = new LinkedHashMap<>();
        for (Map.Entry<String, Query> query : queries.entrySet()) {
            renamed.put(prefix + query.getKey(), query.getValue());
        }
        return new Expression(label, replace(formula, id -> prefix + id), renamed, unit);
    }

    private static String replace(String formula, Function<String, String> ids) {
        return ID.matcher(formula).replaceAll(found -> Matcher.quoteReplacement(ids.apply(found.group())));
    }
}
