// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanStatus;

/**
 * Conditions as SQL, with a place for everything that a user wrote. It finds each span that fits, and hardly another one:
 * {@link SpanCondition#matches} has the last word.
 */
final class ConditionSql {

    private final List<String> clauses = new ArrayList<>();

    private final List<Object> values = new ArrayList<>();

    ConditionSql(List<SpanCondition> conditions) {
        conditions.forEach(this::add);
    }

    /** All of them, joined by AND. */
    String where() {
        return clauses.isEmpty() ? "true" : String.join(" AND ", clauses);
    }

    /** Fills the places, the first of which is the statement's first. */
    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    private void add(SpanCondition condition) {
        clauses.add(condition.field().map(field -> switch (field) {
            case STATUS, DURATION -> number(field, condition);
            case KIND -> code(field, condition, kind(condition.value()));
            case ERROR -> either(condition, "status = " + SpanStatus.ERROR.ordinal(),
                    "status <> " + SpanStatus.ERROR.ordinal());
            case ROOT -> either(condition, "parent = 0", "parent <> 0");
            case EXCEPTION -> '(' + text(field, condition) + " OR " + attribute(condition) + ')';
            default -> text(field, condition);
        }).orElseGet(() -> attribute(condition)));
    }

    private static int kind(String value) {
        return Arrays.stream(SpanKind.values()).filter(kind -> kind.name().equalsIgnoreCase(value))
                .mapToInt(SpanKind::ordinal).findFirst().orElse(-1);
    }

    /** A status that is not known is 0. */
    private String number(SpanField field, SpanCondition condition) {
        String there = field == SpanField.STATUS ? "http_status <> 0" : "true";
        if (condition.comparison() == SpanCondition.Comparison.PRESENT) {
            return there;
        }
        if (!condition.isNumber()) {
            return condition.comparison() == SpanCondition.Comparison.NOT_EQUAL ? there : "false";
        }
        return '(' + there + " AND " + compared(field.column(), condition) + ')';
    }

    private static String code(SpanField field, SpanCondition condition, int code) {
        return switch (condition.comparison()) {
            case EQUAL -> field.column() + " = " + code;
            case NOT_EQUAL -> field.column() + " <> " + code;
            case PRESENT -> "true";
            default -> "false";
        };
    }

    /** What is either true or false. */
    private static String either(SpanCondition condition, String whenTrue, String whenFalse) {
        return switch (condition.comparison()) {
            case PRESENT -> "true";
            case EQUAL, NOT_EQUAL ->
                condition.comparison() == SpanCondition.Comparison.EQUAL == condition.value().equals("true")
                        ? whenTrue
                        : whenFalse;
            default -> "false";
        };
    }

    private String text(SpanField field, SpanCondition condition) {
        String column = field.column();
        return switch (condition.comparison()) {
            case PRESENT -> column + " <> ''";
            case EQUAL -> condition.isNumber()
                    ? compared(asNumber(column), condition)
                    : place(column + " = ?",
                            condition.value());
            case NOT_EQUAL -> '(' + column + " <> '' AND " + place(column + " <> ?)", condition.value());
            default -> compared(asNumber(column), condition);
        };
    }

    private String attribute(SpanCondition condition) {
        String key = AttributeText.name(condition.key());
        return switch (condition.comparison()) {
            case PRESENT -> has(key);
            case EQUAL -> condition.isNumber()
                    ? valued(key, condition)
                    : has(key + AttributeText.value(condition.value()));
            case NOT_EQUAL -> '(' + has(key) + " AND " + value(key) + place(" <> ?)", condition.value());
            default -> valued(key, condition);
        };
    }

    private String valued(String key, SpanCondition condition) {
        return '(' + has(key) + " AND " + compared(asNumber(value(key)), condition) + ')';
    }

    /** Whether a text begins one of the attributes. */
    private String has(String begin) {
        values.add(begin);
        values.add(AttributeText.RECORD + begin);
        return "(starts_with(attributes, ?) OR contains(attributes, ?))";
    }

    /** The value of the attribute whose name, with what ends it, is given. */
    private String value(String key) {
        values.add(AttributeText.RECORD + key);
        return "split_part(split_part(chr(30) || attributes, ?, 2), chr(30), 1)";
    }

    private static String asNumber(String text) {
        return "try_cast(" + text + " AS DOUBLE)";
    }

    private String compared(String number, SpanCondition condition) {
        String sign = condition.comparison() == SpanCondition.Comparison.NOT_EQUAL
                ? "<>"
                : condition.comparison().sign();
        double wanted = condition.number();
        return place(number + ' ' + sign + " ?", wanted == Math.rint(wanted) ? (Object) (long) wanted : wanted);
    }

    private String place(String sql, Object value) {
        values.add(value);
        return sql;
    }
}
