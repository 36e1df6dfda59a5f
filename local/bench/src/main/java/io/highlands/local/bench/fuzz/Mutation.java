// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** What turns a valid input into one that is nearly valid: parts dropped, repeated, nested deep, huge, odd or cut off. */
final class Mutation {

    private static final int MAX_DEEP = 6_000;
    private static final int MAX_HUGE = 20_000;
    private static final int MAX_LENGTH = 300_000;
    private static final String[] OPENING = {"[", "(", "{", "{\"a\":", "[[", "-", "!", "NOT ", "- ", "a:\n ", "ABS(",
            "((",
            "${", "{\"Fn::Join\":[\"\",[", "? ", "not ", "*", "&a ", "%", "\\"};
    private static final String[] ODD = {"\u0000", "\uFFFF", "\u202E", "\u0301", "\uD83D\uDE00", "\uD83D", "\u0085",
            "\u2028", "\uFEFF", "\u0130", "\u00DF", "\u001B[31m", "\u00A0", "\u0660", "\r", "\r\n", "\t", "\u007F",
            "''",
            "\"", "'", "`", "\\", "\\u0000", "%00", "${", "$", "<", "&", "|", "#", "\n"};
    private static final String[] NUMBERS = {"-1", "0", "-0", "9223372036854775807", "-9223372036854775808",
            "9223372036854775808", "2147483648", "1e999", "1e-999", "1e999999999", "1e-999999999", "NaN", ".nan",
            ".inf",
            "-Infinity", "0x7fffffff", "0.1e", "1_000", "00", "1e308", "4.9e-324", "null", "true", "\"\"", "{}", "[]"};

    private Mutation() {
    }

    /** {@return the text, unchanged three times in ten, else changed at one to four places} */
    static String of(String text, RandomGenerator random) {
        int changes = switch (random.nextInt(10)) {
            case 0, 1, 2 -> 0;
            case 3, 4, 5, 6, 7 -> 1;
            case 8 -> 2;
            default -> 4;
        };
        String changed = text;
        for (int i = 0; i < changes && changed.length() < MAX_LENGTH; i++) {
            changed = changed(changed, random);
        }
        return changed;
    }

    private static String changed(String text, RandomGenerator random) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + 1 + random.nextInt(random.nextInt(4) == 0 ? 200 : 8));
        String before = text.substring(0, at);
        String part = text.substring(at, end);
        String after = text.substring(end);
        return switch (random.nextInt(12)) {
            case 0 -> before + after;
            case 1 -> before + part + part + after;
            case 2 -> before;
            case 3 -> before + ODD[random.nextInt(ODD.length)] + part + after;
            case 4 -> before + ODD[random.nextInt(ODD.length)] + after;
            case 5 -> number(text, random);
            case 6 -> {
                int from = random.nextInt(text.length() + 1);
                yield before + text.substring(from, Math.min(text.length(), from + 30)) + part + after;
            }
            case 7 -> random.nextInt(8) > 0
                    ? before + part.toUpperCase(java.util.Locale.ROOT) + after
                    : before + OPENING[random.nextInt(OPENING.length)].repeat(random.nextInt(MAX_DEEP)) + part + after;
            case 8 -> random.nextInt(8) > 0
                    ? before + part.strip() + after
                    : before + part.repeat(1 + random.nextInt(1 + MAX_HUGE / Math.max(1, part.length()))) + after;
            case 9 -> before + (char) random.nextInt(0x20, 0x7F) + after;
            case 10 -> before + after + part;
            default -> before + new StringBuilder(part).reverse() + after;
        };
    }

    /** The next number of a text becomes another. */
    private static String number(String text, RandomGenerator random) {
        int from = text.isEmpty() ? 0 : random.nextInt(text.length());
        while (from < text.length() && !Character.isDigit(text.charAt(from))) {
            from++;
        }
        int end = from;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(0, from) + NUMBERS[random.nextInt(NUMBERS.length)] + text.substring(end);
    }

    /** {@return bytes, changed as texts are or at single bytes} */
    static byte[] of(byte[] bytes, RandomGenerator random) {
        byte[] changed = of(new String(bytes, StandardCharsets.ISO_8859_1), random)
                .getBytes(StandardCharsets.ISO_8859_1);
        if (changed.length > 0 && random.nextInt(3) == 0) {
            for (int left = 1 + random.nextInt(3); left > 0; left--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
        }
        return changed;
    }
}
