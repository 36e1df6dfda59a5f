// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.hostile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The written list of attacks. Patterns that backtrack and nested quantifiers: OWASP, "Regular expression Denial of Service".
 * Expressions that double, and nesting without end: the same for metric math and for queries.
 */
final class Attacks {

    /** The log group that the attacks search, and its stream. */
    static final String GROUP = "/highlands/bench/hostile";
    static final String STREAM = "lines";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The first ones have parentheses, which AWS refuses in filter patterns; the others are tried on every line. */
    private static final List<String> PATTERNS = List.of("(a|aa)+$", "(a+)+$", "(.*a){25}$", "(a|a)*$",
            "a*".repeat(20) + "b$", "[a-z]*".repeat(12) + "=$", "a?".repeat(30) + "a".repeat(30) + "b");

    private static final int NESTED = 3_000;

    private Attacks() {
    }

    /** The lines that the patterns are tried on: 30 and 5,000 times the same letter, and one that does not match. */
    static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            lines.add("a".repeat(30) + "!");
            lines.add("a".repeat(5_000) + "!");
        }
        return lines;
    }

    static List<Attack> all(long nowMillis) {
        List<Attack> attacks = new ArrayList<>();
        for (String pattern : PATTERNS) {
            attacks.add(Attack.logs("FilterLogEvents " + pattern, "FilterLogEvents", JSON.createObjectNode()
                    .put("logGroupName", GROUP).put("filterPattern", "%" + pattern + "%").toString(), true));
        }
        for (String query : List.of("fields @message | filter @message like /(a|aa)+$/",
                "parse @message /(?<x>(a+)+)$/ | stats count(*) by x",
                "fields replace(@message, 'a', '" + "a".repeat(1_000) + "') as x",
                "fields " + "(".repeat(NESTED) + "1" + ")".repeat(NESTED) + " as x",
                "fields @message | filter " + "not ".repeat(NESTED) + "1 = 1")) {
            attacks.add(Attack.logs("StartQuery " + query, "StartQuery",
                    JSON.createObjectNode().put("logGroupName", GROUP).put("queryString", query)
                            .put("startTime", nowMillis / 1000 - 3_600).put("endTime", nowMillis / 1000 + 60)
                            .toString(),
                    true));
        }
        attacks.add(Attack.metrics("metric math that doubles, 30 deep", math(nowMillis, doubled(30)), false));
        attacks.add(Attack.metrics("metric math of 400 series, cubed", math(nowMillis, cubed()), false));
        attacks.add(Attack.metrics("metric math of 3,000 parentheses",
                math(nowMillis, List.of("(".repeat(NESTED) + "1" + ")".repeat(NESTED))), false));
        attacks.add(Attack.logs("JSON of 100,000 brackets", "DescribeLogGroups",
                "{\"x\":" + "[".repeat(100_000), false));
        return attacks;
    }

    /** Each expression is an array of the one before, twice. */
    private static List<String> doubled(int depth) {
        List<String> expressions = new ArrayList<>(List.of("TIME_SERIES(1)"));
        for (int i = 1; i < depth; i++) {
            expressions.add("[e" + (i - 1) + ",e" + (i - 1) + "]");
        }
        return expressions;
    }

    private static List<String> cubed() {
        return List.of("TIME_SERIES(1)", "[" + String.join(",", Collections.nCopies(400, "e0")) + "]",
                "[" + String.join(",", Collections.nCopies(400, "e1")) + "]",
                "[" + String.join(",", Collections.nCopies(400, "e2")) + "]");
    }

    private static String math(long nowMillis, List<String> expressions) {
        ObjectNode call = JSON.createObjectNode();
        call.put("StartTime", nowMillis / 1000 - 3 * 3_600).put("EndTime", nowMillis / 1000);
        ArrayNode queries = call.putArray("MetricDataQueries");
        for (int i = 0; i < expressions.size(); i++) {
            queries.addObject().put("Id", "e" + i).put("Expression", expressions.get(i)).put("Period", 60)
                    .put("ReturnData", i == expressions.size() - 1);
        }
        return call.toString();
    }
}
