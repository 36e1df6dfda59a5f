// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.highlands.local.edges.Sentence.Topic;

/**
 * What can be said of an edge, in words with its numbers. It claims what can be computed and calls the rest unknown.
 *
 * @param sentences traffic first, then errors, time, and what is unknown
 */
public record Verdict(List<Sentence> sentences) {

    /** Keeps the sentences in the order of their topics. */
    public Verdict {
        sentences = sentences.stream().sorted(Comparator.comparing(Sentence::topic)).toList();
    }

    /**
     * Judges.
     *
     * @param facts what is known
     * @return what can be said
     */
    public static Verdict of(EdgeFacts facts) {
        Edge edge = facts.edge();
        if (!facts.used()) {
            boolean told = facts.proxy().isPresent() || facts.client().isPresent() || facts.target().isPresent();
            return new Verdict(List.of(told
                    ? new Sentence(Topic.TRAFFIC, "No request went from %s to %s in this window."
                            .formatted(edge.caller(), edge.callee()))
                    : new Sentence(Topic.UNKNOWN, "Unknown: nobody told anything of %s→%s in this window."
                            .formatted(edge.caller(), edge.callee()))));
        }
        List<Sentence> said = new ArrayList<>();
        retries(facts).ifPresent(said::add);
        said.addAll(new ErrorVerdict(facts).sentences());
        said.addAll(new TimeVerdict(facts).sentences());
        return new Verdict(said);
    }

    /** "About", because caller and mesh publish at different moments. */
    private static Optional<Sentence> retries(EdgeFacts facts) {
        return facts.client().flatMap(client -> facts.target()
                .filter(target -> target.failed() > client.failed5xx())
                .map(target -> new Sentence(Topic.ERRORS,
                        ("%s answered %s with 5xx, and %s's client saw %d: retries by the "
                                + "mesh hid about %d.").formatted(facts.edge().callee(),
                                        Words.count(target.failed(), "attempt"), facts.edge().caller(),
                                        client.failed5xx(),
                                        target.failed() - client.failed5xx()))));
    }
}
