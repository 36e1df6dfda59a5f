// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;

import io.highlands.local.traces.TraceMatches;
import io.highlands.local.traces.TraceSearch;
import io.highlands.local.traces.Traces;

/**
 * Traces that a search finds, read to be compared.
 *
 * @param search what was asked for
 * @param found what it found
 * @param read what of that was read
 */
public record ComparedSearch(TraceSearch search, TraceMatches found, TraceSamples read) {

    /**
     * Searches and reads, when no other comparison does.
     *
     * @param store where the traces are
     * @param search which; its timeout is that of the wait, of the search and of the reading, each
     * @param then what is made of them
     * @param <T> what that results in
     * @return the result
     * @throws ComparisonBusyException when others compare all the time
     */
    public static <T> T run(Traces store, TraceSearch search, Function<ComparedSearch, T> then) {
        return ComparisonTurn.take(search.timeout(), () -> {
            TraceMatches found = store.search(search);
            return then.apply(new ComparedSearch(search, found,
                    TraceSamples.read(store, found.traces(), search.conditions(), search.timeout())));
        });
    }

    /** {@return whether all of the time that was asked for was looked at, and no trace but too large ones left out} */
    public boolean isComplete() {
        return found.unreadBefore().isEmpty() && !isCut();
    }

    private boolean isCut() {
        return found.isCut() || read.isCut();
    }

    /** {@return since when all that fit were compared; the end of the time where none was} */
    public Instant since() {
        Instant earliest = read.traces().stream().map(trace -> Instant.ofEpochSecond(0, trace.span().startNanos()))
                .min(Comparator.naturalOrder()).orElse(search.to());
        return Stream.of(search.from(), isCut() ? earliest : search.from(), found.unreadBefore().orElse(search.from()))
                .max(Comparator.naturalOrder()).orElseThrow();
    }
}
