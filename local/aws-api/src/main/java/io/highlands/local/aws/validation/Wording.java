// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.validation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.highlands.local.aws.validation.Violation.Rule;

/** AWS's two ways of saying what is wrong with a parameter. */
enum Wording {

    /** CloudWatch's own, of its oldest operations: {@code The parameter MetricData.member.1.MetricName is required.} */
    PARAMETER {

        @Override
        String all(List<Violation> violations) {
            return violations.stream().map(this::one).collect(Collectors.joining("\n"));
        }

        private String one(Violation violation) {
            String where = violation.path().stream()
                    .map(step -> step instanceof Integer ? "member." + step : step.toString())
                    .collect(Collectors.joining("."));
            return switch (violation.rule()) {
                case REQUIRED -> "The parameter %s is required.".formatted(where);
                case VALUES ->
                    "The parameter %s must be a value in the set [ %s ].".formatted(where, violation.bound());
                case SHORTEST ->
                    "The parameter %s must be %s characters or longer.".formatted(where, violation.bound());
                case LONGEST ->
                    "The parameter %s must be %s characters or shorter.".formatted(where, violation.bound());
                case FEWEST ->
                    "The collection %s must not have a size less than %s.".formatted(where, violation.bound());
                case MOST -> "The collection %s must not have a size greater than %s.".formatted(where,
                        violation.bound());
                case LEAST -> "The parameter %s must be greater than or equal to %s.".formatted(where,
                        violation.bound());
                case GREATEST -> "The parameter %s must be less than or equal to %s.".formatted(where,
                        violation.bound());
                case PATTERN -> "The value %s for parameter %s is invalid.".formatted(shortened(violation.value()),
                        where);
            };
        }
    },

    /** AWS's common front: {@code 1 validation error detected: Value null at 'alarmName' failed to satisfy …}. */
    CONSTRAINT {

        @Override
        String all(List<Violation> violations) {
            return "%d validation error%s detected: %s".formatted(violations.size(), violations.size() == 1 ? "" : "s",
                    violations.stream().map(this::one).collect(Collectors.joining("; ")));
        }

        private String one(Violation violation) {
            String where = violation.path().stream()
                    .map(step -> step instanceof Integer ? step + ".member" : lower(step.toString()))
                    .collect(Collectors.joining("."));
            String value = violation.value() == null ? "null" : "'" + shortened(violation.value()) + "'";
            return "Value %s at '%s' failed to satisfy constraint: Member must %s".formatted(value, where,
                    rule(violation.rule()).formatted(violation.bound()));
        }

        private String rule(Rule rule) {
            return switch (rule) {
                case REQUIRED -> "not be null";
                case VALUES -> "satisfy enum value set: [%s]";
                case SHORTEST, FEWEST -> "have length greater than or equal to %s";
                case LONGEST, MOST -> "have length less than or equal to %s";
                case LEAST -> "have value greater than or equal to %s";
                case GREATEST -> "have value less than or equal to %s";
                case PATTERN -> "satisfy regular expression pattern: %s";
            };
        }
    };

    abstract String all(List<Violation> violations);

    private static String lower(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String shortened(String value) {
        return value.length() <= 256 ? value : value.substring(0, 256) + "…";
    }
}
