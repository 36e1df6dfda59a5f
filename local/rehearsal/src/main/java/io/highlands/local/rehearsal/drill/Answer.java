// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.util.List;
import java.util.Optional;

import io.highlands.local.rehearsal.RehearsalException;

/**
 * What a trainee says of a fault; later parts may be left out.
 *
 * @param where the service, or the edge as {@code CALLER:CALLEE}
 * @param kind the kind of fault, as {@code highlands fault list} names it
 * @param mitigation the name of the runbook's command that ends it
 */
record Answer(String where, Optional<String> kind, Optional<String> mitigation) {

    private static final int PARTS = 3;

    /**
     * What may be said.
     *
     * @param places services and edges
     * @param kinds kinds of faults
     * @param mitigations names of commands
     */
    record Allowed(List<String> places, List<String> kinds, List<String> mitigations) {}

    /**
     * Reads an answer.
     *
     * @param words its words: where, kind, mitigation
     * @param allowed what may be said
     * @return the answer
     * @throws RehearsalException in one line naming the word and what is allowed
     */
    static Answer parse(List<String> words, Allowed allowed) {
        if (words.isEmpty() || words.size() > PARTS) {
            throw new RehearsalException(
                    "answer takes 1 to 3 words, found %d; allowed: answer WHERE [KIND [MITIGATION]]"
                            .formatted(words.size()));
        }
        return new Answer(word("where", words.get(0), allowed.places()),
                words.size() > 1 ? Optional.of(word("kind", words.get(1), allowed.kinds())) : Optional.empty(),
                words.size() > 2
                        ? Optional.of(word("mitigation", words.get(2), allowed.mitigations()))
                        : Optional.empty());
    }

    private static String word(String part, String word, List<String> allowed) {
        if (!allowed.contains(word)) {
            throw new RehearsalException("%s '%s': allowed are %s".formatted(part, word, String.join(", ", allowed)));
        }
        return word;
    }
}
