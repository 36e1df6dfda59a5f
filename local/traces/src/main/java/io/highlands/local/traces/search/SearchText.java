// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.highlands.local.span.SpanKind;
import io.highlands.local.store.SpanCondition;
import io.highlands.local.store.SpanCondition.Comparison;
import io.highlands.local.store.SpanField;
import io.highlands.local.traces.search.SearchTerms.Term;

/**
 * The language of the search of traces: terms parted by blanks, such as
 * {@code http.response.status_code>=500 service-a route=/route duration>200ms}. All must hold for the same span, and a trace is
 * found when one of its spans fits.
 *
 * <p>
 * A term is an attribute's name, a sign ({@code =}, {@code !=}, {@code >}, {@code >=}, {@code <}, {@code <=}) and a value;
 * {@code KEY=*} holds where the attribute is there. A word alone is a service's name, and {@code error} a span that failed.
 */
public final class SearchText {

    /** How long a search is at most, in characters. */
    public static final int MAX_LENGTH = 500;

    /** How many terms a search has at most. */
    public static final int MAX_TERMS = 16;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,40})?");

    private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(us|µs|ms|s)");

    private static final Map<String, Long> NANOS = Map.of("us", 1_000L, "µs", 1_000L, "ms", 1_000_000L, "s",
            1_000_000_000L);

    private SearchText() {
    }

    /**
     * Reads a search.
     *
     * @param text as it was typed
     * @return its conditions, in their order; none for an empty text
     * @throws SearchException in one line, when a term is not understood or there are too many
     */
    public static List<SpanCondition> read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new SearchException(MAX_LENGTH + 1,
                    "it has " + text.length() + " characters; at most " + MAX_LENGTH + " are allowed");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw new SearchException(i + 1, "a control character (U+%04X)".formatted((int) text.charAt(i)));
            }
        }
        List<Term> terms = SearchTerms.of(text);
        if (terms.size() > MAX_TERMS) {
            throw new SearchException(terms.get(MAX_TERMS).place(),
                    "it has " + terms.size() + " terms; at most " + MAX_TERMS + " are allowed");
        }
        List<SpanCondition> conditions = new ArrayList<>();
        terms.forEach(term -> conditions.add(condition(term)));
        return List.copyOf(conditions);
    }

    private static SpanCondition condition(Term term) {
        if (term.sign().isEmpty()) {
            return term.key().equals("error")
                    ? new SpanCondition("error", Comparison.EQUAL, "true")
                    : new SpanCondition("service", Comparison.EQUAL, term.key());
        }
        if (term.value().equals("*") && !term.isQuoted()) {
            if (!term.sign().equals("=")) {
                throw new SearchException(term.place(),
                        "'" + term.key() + term.sign() + "*'; allowed is " + term.key() + "=*");
            }
            return new SpanCondition(term.key(), Comparison.PRESENT, "");
        }
        Comparison comparison = Arrays.stream(Comparison.values())
                .filter(known -> known.sign().equals(term.sign())).findFirst().orElseThrow();
        return new SpanCondition(term.key(), comparison, value(term, comparison));
    }

    private static String value(Term term, Comparison comparison) {
        Optional<SpanField> field = SpanField.of(term.key());
        if (field.isPresent() && field.get() == SpanField.DURATION) {
            return nanos(term);
        }
        boolean isNumber = NUMBER.matcher(term.value()).matches();
        if (!isNumber && (comparison.isOrder() || field.isPresent() && field.get() == SpanField.STATUS)) {
            throw new SearchException(term.place(), quoted(term) + " is not followed by a number; allowed: up to 15"
                    + " digits, such as " + term.key() + term.sign() + "500");
        }
        return field.map(known -> switch (known) {
            case KIND -> oneOf(term, Arrays.stream(SpanKind.values())
                    .map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList());
            case ERROR, ROOT -> oneOf(term, List.of("true", "false"));
            default -> term.value();
        }).orElse(term.value());
    }

    private static String nanos(Term term) {
        Matcher time = TIME.matcher(term.value());
        if (!time.matches()) {
            throw new SearchException(term.place(), quoted(term)
                    + " is no duration; allowed: a number with us, ms or s, such as duration>200ms");
        }
        return new BigDecimal(time.group(1)).multiply(BigDecimal.valueOf(NANOS.get(time.group(2)))).toBigInteger()
                .min(BigDecimal.valueOf(999_999_999_999_999L).toBigInteger()).toString();
    }

    private static String oneOf(Term term, List<String> allowed) {
        String value = term.value().toLowerCase(Locale.ROOT);
        if (!allowed.contains(value)) {
            throw new SearchException(term.place(),
                    quoted(term) + "; there are: " + allowed.stream().collect(Collectors.joining(", ")));
        }
        return value;
    }

    private static String quoted(Term term) {
        return "'" + term.key() + term.sign() + term.value() + "'";
    }
}
