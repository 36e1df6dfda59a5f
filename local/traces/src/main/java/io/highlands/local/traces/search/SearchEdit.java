// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.highlands.local.store.SpanCondition;
import io.highlands.local.store.SpanCondition.Comparison;

/** Writes the terms of a search and adds them to one, for links that narrow what is listed. */
public final class SearchEdit {

    private static final String DURATION = "duration";

    private static final long MICRO = 1_000;

    private static final long MILLI = 1_000_000;

    private static final long SECOND = 1_000_000_000;

    private SearchEdit() {
    }

    /**
     * Writes a term.
     *
     * @param key the attribute
     * @param value its value
     * @return the term, with quotation marks where it needs them; empty where no term says it: there are control characters, or
     *         the key has a sign or means something else
     */
    public static Optional<String> term(String key, String value) {
        SpanCondition wanted = new SpanCondition(key, Comparison.EQUAL, value);
        String plain = key + "=" + value;
        String quoted = key + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return List.of(plain, quoted).stream().filter(term -> reads(term, List.of(wanted))).findFirst();
    }

    private static boolean reads(String search, List<SpanCondition> wanted) {
        try {
            return SearchText.read(search).equals(wanted);
        } catch (SearchException unreadable) {
            return false;
        }
    }

    /**
     * Writes the terms for durations.
     *
     * @param from the shortest, in nanoseconds
     * @param until how long they no longer are, in nanoseconds
     * @return for example {@code duration>=20ms} and {@code duration<25ms}
     */
    public static List<String> durations(long from, long until) {
        String shorter = DURATION + "<" + duration(until);
        return from == 0 ? List.of(shorter) : List.of(DURATION + ">=" + duration(from), shorter);
    }

    private static String duration(long nanos) {
        if (nanos >= SECOND) {
            return decimal(nanos, SECOND) + "s";
        }
        return nanos >= MILLI ? decimal(nanos, MILLI) + "ms" : decimal(nanos, MICRO) + "us";
    }

    private static String decimal(long nanos, long unit) {
        return BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(unit)).stripTrailingZeros().toPlainString();
    }

    /**
     * Adds terms.
     *
     * @param search a search that can be read
     * @param terms what to add, unless it is there
     * @return the search; empty where it were longer than one may be
     */
    public static Optional<String> with(String search, List<String> terms) {
        List<String> all = terms(search);
        terms.stream().filter(term -> !all.contains(term)).forEach(all::add);
        return valid(all);
    }

    /** The terms as they were typed. */
    private static List<String> terms(String search) {
        List<SearchTerms.Term> terms = SearchTerms.of(search);
        List<String> typed = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            int end = i + 1 < terms.size() ? terms.get(i + 1).place() - 1 : search.length();
            typed.add(search.substring(terms.get(i).place() - 1, end).strip());
        }
        return typed;
    }

    private static Optional<String> valid(List<String> terms) {
        String search = String.join(" ", terms);
        return search.length() > SearchText.MAX_LENGTH || terms.size() > SearchText.MAX_TERMS
                ? Optional.empty()
                : Optional.of(search);
    }
}
