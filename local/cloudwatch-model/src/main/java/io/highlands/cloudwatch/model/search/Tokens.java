// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * CloudWatch's tokens. A name is cut where camel case begins a new word, where digits begin and at every character that
 * is neither letter nor digit; the whole name without such characters is a token too.
 */
final class Tokens {

    private Tokens() {
    }

    /** Whether a search word finds a name: as one token in any case, or as consecutive parts in the same case. */
    static boolean match(String word, String name) {
        List<String> wanted = parts(word);
        List<String> present = parts(name);
        if (wanted.size() == 1) {
            String token = lower(wanted.getFirst());
            return token.equals(lower(String.join("", present)))
                    || present.stream().anyMatch(part -> lower(part).equals(token));
        }
        return !wanted.isEmpty() && hasRun(present, wanted, separated(word));
    }

    /** All tokens of a name, the whole first. */
    static List<String> of(String name) {
        List<String> parts = parts(name);
        List<String> tokens = new ArrayList<>();
        tokens.add(lower(String.join("", parts)));
        if (parts.size() > 1) {
            parts.forEach(part -> tokens.add(lower(part)));
        }
        return tokens;
    }

    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c) || startsPart(name, i)) {
                end(parts, part);
            }
            if (Character.isLetterOrDigit(c)) {
                part.append(c);
            }
        }
        end(parts, part);
        return parts;
    }

    private static boolean startsPart(String name, int index) {
        if (index == 0) {
            return false;
        }
        char before = name.charAt(index - 1);
        char here = name.charAt(index);
        if (Character.isDigit(here) != Character.isDigit(before)) {
            return true;
        }
        if (!Character.isUpperCase(here)) {
            return false;
        }
        boolean lowerFollows = index + 1 < name.length() && Character.isLowerCase(name.charAt(index + 1));
        // SDBFailure is SDB and Failure: the last capital of a run begins the next word
        return Character.isLowerCase(before) || lowerFollows;
    }

    private static void end(List<String> parts, StringBuilder part) {
        if (!part.isEmpty()) {
            parts.add(part.toString());
            part.setLength(0);
        }
    }

    private static boolean hasRun(List<String> present, List<String> wanted, boolean anyCase) {
        for (int from = 0; from + wanted.size() <= present.size(); from++) {
            List<String> run = present.subList(from, from + wanted.size());
            if (anyCase ? lower(String.join(" ", run)).equals(lower(String.join(" ", wanted))) : run.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word's parts are set apart by punctuation: network/errors finds NetworkErrors2. */
    private static boolean separated(String word) {
        return word.chars().anyMatch(c -> !Character.isLetterOrDigit(c));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
