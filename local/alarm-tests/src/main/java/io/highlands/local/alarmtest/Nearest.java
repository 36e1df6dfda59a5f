// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.alarmtest;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that are like one that is not known, for a message. */
final class Nearest {

    private static final String SEPARATORS = "[^A-Za-z0-9.]+";

    private Nearest() {
    }

    /**
     * {@return what is allowed: those names that share most words with the given one}
     *
     * @param given the name that is not known
     * @param known all names that are
     * @param most how many are said
     */
    static String of(String given, Collection<String> known, int most) {
        Set<String> words = words(given);
        List<String> nearest = known.stream().sorted(Comparator.comparingLong((String name) -> -shared(words, name))
                .thenComparingInt(String::length).thenComparing(Comparator.naturalOrder())).limit(most).toList();
        if (nearest.isEmpty()) {
            return "; there is none at all";
        }
        return "; allowed: " + String.join(", ", nearest)
                + (known.size() > most ? " and " + (known.size() - most) + " more" : "");
    }

    private static long shared(Set<String> words, String name) {
        return words(name).stream().filter(words::contains).count();
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.split(SEPARATORS)));
    }
}
