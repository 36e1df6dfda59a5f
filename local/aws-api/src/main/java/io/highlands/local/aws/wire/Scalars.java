// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

import io.highlands.local.aws.model.Shape;

/** Numbers and times as AWS writes them, in text or not. */
final class Scalars {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");

    /** Some 3000 years; what is beyond is no time. */
    private static final double FARTHEST = 1e11;

    private Scalars() {
    }

    static Long integer(Long value, Shape shape) {
        if (value.intValue() != value) {
            throw AwsError.unreadable("%s is no 32-bit number, which %s is".formatted(value, shape.name()));
        }
        return value;
    }

    static Instant seconds(double value, Shape shape) {
        if (!(Math.abs(value) <= FARTHEST)) {
            throw AwsError
                    .unreadable("%s is no time in seconds since 1970, which %s is".formatted(value, shape.name()));
        }
        return Instant.ofEpochMilli(Math.round(value * 1000));
    }

    static Double special(String text, Shape shape) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw AwsError.unreadable("'%s' is no number, which %s is".formatted(brief(text), shape.name()));
        };
    }

    static Double decimal(String text, Shape shape) {
        return text.length() <= 400 && DECIMAL.matcher(text).matches() ? Double.valueOf(text) : special(text, shape);
    }

    static Long whole(String text, Shape shape) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw AwsError.unreadable("'%s' is no whole number, which %s is".formatted(brief(text), shape.name()));
        }
    }

    static Boolean flag(String text, Shape shape) {
        return switch (text) {
            case "true", "True", "1" -> true;
            case "false", "False", "0" -> false;
            default -> throw AwsError.unreadable("'%s' is neither true nor false, which %s is".formatted(brief(text),
                    shape.name()));
        };
    }

    /** ISO 8601 with an offset, in UTC without one; a date alone; or seconds since 1970. */
    static Instant time(String text, Shape shape) {
        try {
            if (text.length() <= 24 && DECIMAL.matcher(text).matches() && text.length() != 4) {
                return seconds(Double.parseDouble(text), shape);
            }
            if (text.indexOf('T') < 0) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            boolean offset = text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
            return offset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw AwsError.unreadable("'%s' is no ISO 8601 time, which %s is".formatted(brief(text), shape.name()));
        }
    }

    static String brief(String text) {
        return text.length() <= 64 ? text : text.substring(0, 64) + "…";
    }
}
