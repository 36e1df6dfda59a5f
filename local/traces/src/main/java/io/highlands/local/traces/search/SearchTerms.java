// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.search;

import java.util.ArrayList;
import java.util.List;

/**
 * The terms of a search, parted by blanks: a word, or a key, a sign and a value. A value in quotation marks may have blanks and
 * signs, and {@code \"} and {@code \\} in it.
 */
final class SearchTerms {

    private static final String SIGNS = "=!<>";

    private final String text;

    private int at;

    private SearchTerms(String text) {
        this.text = text;
    }

    /**
     * A word, or a comparison.
     *
     * @param place where it begins, counted from 1
     * @param key the word before the sign
     * @param sign {@code =}, {@code !=}, {@code >}, {@code >=}, {@code <} or {@code <=}; empty for a word alone
     * @param value what follows the sign, without quotation marks
     * @param isQuoted whether the value was in quotation marks
     */
    record Term(int place, String key, String sign, String value, boolean isQuoted) {}

    static List<Term> of(String text) {
        return new SearchTerms(text).read();
    }

    private List<Term> read() {
        List<Term> terms = new ArrayList<>();
        for (skip(); at < text.length(); skip()) {
            terms.add(term());
        }
        return terms;
    }

    private void skip() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private Term term() {
        int begin = at;
        String key = word();
        if (at < text.length() && text.charAt(at) == '"') {
            throw new SearchException(at + 1,
                    "a quotation mark before a sign; a value is quoted, such as name=\"GET /\"");
        }
        String sign = sign();
        if (key.isEmpty()) {
            throw new SearchException(begin + 1,
                    "'" + sign + "' has no key before it, such as http.route" + sign + "…");
        }
        if (sign.isEmpty()) {
            return new Term(begin + 1, key, "", "", false);
        }
        boolean isQuoted = at < text.length() && text.charAt(at) == '"';
        String value = isQuoted ? quoted() : value();
        if (value.isEmpty()) {
            throw new SearchException(at + 1, "'" + key + sign + "' has no value; with " + key + "=* it may be any");
        }
        return new Term(begin + 1, key, sign, value, isQuoted);
    }

    private String word() {
        int begin = at;
        while (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != '"'
                && SIGNS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(begin, at);
    }

    private String sign() {
        int begin = at;
        while (at < text.length() && SIGNS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String sign = text.substring(begin, at);
        if (!List.of("", "=", "!=", ">", ">=", "<", "<=").contains(sign)) {
            throw new SearchException(begin + 1, "'" + sign + "'; there are: =, !=, >, >=, <, <=");
        }
        return sign;
    }

    private String value() {
        int begin = at;
        while (at < text.length() && text.charAt(at) != ' ') {
            at++;
        }
        return text.substring(begin, at);
    }

    private String quoted() {
        int begin = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw new SearchException(begin + 1, "a quotation mark that is not closed");
        }
        at++;
        if (at < text.length() && text.charAt(at) != ' ') {
            throw new SearchException(at + 1, "'" + text.charAt(at) + "' after a quoted value; there must be a blank");
        }
        return value.toString();
    }
}
