// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.monitor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A monitor as Datadog's API takes it.
 *
 * @param name
 *            name of the CloudWatch alarm that it matches, or of its part
 * @param type
 *            {@code query alert} or {@code composite}
 * @param query
 *            what is watched; a composite names its parts as {@code ${NAME}}, where Datadog wants their ids, which
 *            only it gives
 * @param message
 *            what is told, and whom
 * @param tags
 *            what it can be found by
 * @param priority
 *            1 for a page, 3 for a ticket; absent for what is only a part
 * @param options
 *            the rest, by Datadog's names
 */
public record Monitor(String name, String type, String query, String message, List<String> tags,
        Optional<Integer> priority, SequencedMap<String, Object> options) {

    /** Type of a monitor that is made of others. */
    public static final String COMPOSITE = "composite";
    /** Type of a monitor of metrics. */
    public static final String METRICS = "query alert";

    private static final Pattern PART = Pattern.compile("\\$\\{([^}]+)}");

    /** The name of a part in a composite's query. */
    static String reference(String name) {
        return "${" + name + "}";
    }

    /** The query with the ids of its parts. CDK tokens, which look like references, are only in other monitors. */
    public String query(UnaryOperator<String> ids) {
        if (!COMPOSITE.equals(type)) {
            return query;
        }
        return PART.matcher(query).replaceAll(part -> Matcher.quoteReplacement(ids.apply(part.group(1))));
    }

    /** As Datadog's API takes it, but for the ids in a composite's query. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("type", type);
        json.put("query", query);
        json.put("message", message);
        json.put("tags", tags);
        priority.ifPresent(number -> json.put("priority", number));
        json.put("options", options);
        return json;
    }
}
