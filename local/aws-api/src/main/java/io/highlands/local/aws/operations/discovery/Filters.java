// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.discovery;

import java.util.List;
import java.util.Map;

import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.wire.AwsError;

/** Cloud Map's filters: all of a request's must hold. */
final class Filters {

    private Filters() {
    }

    /**
     * Whether something passes.
     *
     * @param input the request, which may have {@code Filters}
     * @param attributes what can be filtered by, and its value
     * @return whether all filters hold
     * @throws AwsError when a filter is by something else, or between two values
     */
    static boolean match(Input input, Map<String, String> attributes) {
        return input.structures("Filters").stream().allMatch(filter -> holds(filter, attributes));
    }

    private static boolean holds(Input filter, Map<String, String> attributes) {
        String value = attributes.get(filter.text("Name"));
        String condition = filter.optionalText("Condition").orElse("EQ");
        List<String> values = filter.texts("Values");
        if (value == null) {
            throw new AwsError("InvalidInput", "filter by " + filter.text("Name") + " is not served in local mode");
        }
        return switch (condition) {
            case "EQ", "IN" -> values.contains(value);
            case "BEGINS_WITH" -> values.stream().anyMatch(value::startsWith);
            default -> throw new AwsError("InvalidInput", condition + " is not a condition of these filters");
        };
    }
}
