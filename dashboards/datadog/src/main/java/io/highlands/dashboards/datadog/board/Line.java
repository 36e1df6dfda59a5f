// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.highlands.dashboards.datadog.query.Expression;
import io.highlands.dashboards.datadog.query.Query;

/**
 * Something drawn in a tile.
 *
 * @param expression
 *            what
 * @param palette
 *            Datadog's name of its colours
 * @param bars
 *            drawn as bars: what is counted per period
 */
record Line(Expression expression, String palette, boolean bars) {

    static Line of(Expression expression) {
        return new Line(expression, Palette.PLAIN, false);
    }

    static Line of(Expression expression, String palette) {
        return new Line(expression, palette, false);
    }

    static List<Line> all(List<Expression> expressions, String palette) {
        return expressions.stream().map(expression -> of(expression, palette)).toList();
    }

    Line asBars() {
        return new Line(expression, palette, true);
    }

    /** As Datadog's timeseries take it; the prefix keeps ids apart from those of the tile's other lines. */
    Map<String, Object> json(String prefix) {
        Expression own = expression.prefixed(prefix);
        List<Map<String, Object>> queries = new ArrayList<>();
        own.queries().forEach((id, query) -> queries.add(query(id, query)));
        Map<String, Object> formula = Json.object("formula", own.formula(), "alias", own.label());
        String unit = Units.of(own.unit());
        if (!unit.isEmpty()) {
            formula.put("number_format", Json.object("unit", Json.object("type", "canonical_unit", "unit_name", unit)));
        }
        return Json.object("response_format", "timeseries", "queries", queries, "formulas", List.of(formula),
                "display_type", bars ? "bars" : "line", "style", Json.object("palette", palette));
    }

    private static Map<String, Object> query(String id, Query query) {
        return Json.object("data_source", "metrics", "name", id, "query", query.text());
    }
}
