// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import io.highlands.local.edges.Sentence.Topic;

/** Where the time is: of each slow request by its own trace, else by means, and never by the difference of percentiles. */
final class TimeVerdict {

    private final EdgeFacts facts;
    private final String caller;
    private final String callee;
    private final List<Split> splits;

    TimeVerdict(EdgeFacts facts) {
        this.facts = facts;
        this.caller = facts.edge().caller();
        this.callee = facts.edge().callee();
        this.splits = facts.slow().stream().map(Slow::split).flatMap(Optional::stream).toList();
    }

    List<Sentence> sentences() {
        List<Sentence> said = new ArrayList<>();
        if (!splits.isEmpty()) {
            said.add(new Sentence(Topic.TIME, slowest()));
            asides().ifPresent(text -> said.add(new Sentence(Topic.TIME, text)));
        }
        byMeans().ifPresent(text -> said.add(new Sentence(Topic.TIME, text)));
        unknown().ifPresent(text -> said.add(new Sentence(Topic.UNKNOWN, text)));
        return said;
    }

    private String slowest() {
        double total = mean(Split::total);
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put(callee + "'s own time", mean(Split::own));
        parts.put(callee + " waiting for its own calls", mean(Split::upstreams));
        parts.put("proxy and network", mean(Split::proxy));
        if (splits.stream().anyMatch(split -> split.waiting().isPresent())) {
            parts.put("waiting in " + caller, mean(split -> split.waiting().orElse(0)));
        }
        List<String> words = parts.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(part -> Words.millis(part.getValue()) + " is " + part.getKey()).toList();
        return "Of the %s %s→%s requests%s, mean %s: %s.".formatted(
                splits.size() == facts.slow().size() ? splits.size() + " slowest" : facts.slow().size() + " slowest",
                caller, callee,
                splits.size() == facts.slow().size() ? "" : ", the " + splits.size() + " with a whole trace",
                Words.millis(total), String.join(", ", words));
    }

    private double mean(ToDoubleFunction<Split> part) {
        return splits.stream().mapToDouble(part).average().orElseThrow();
    }

    /** Retries, and answers that nobody waited for. */
    private Optional<String> asides() {
        long retried = splits.stream().filter(split -> split.attempts() > 1).count();
        long overran = splits.stream().filter(Split::overran).count();
        List<String> words = new ArrayList<>();
        if (retried > 0) {
            words.add("%d of them reached %s more than once (retries): the time of all attempts counts"
                    .formatted(retried, callee));
        }
        if (overran > 0) {
            words.add("in %d of them %s went on after %s's proxy had given up".formatted(overran, callee, caller));
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(capital(String.join("; ", words)) + ".");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private Optional<String> byMeans() {
        Optional<ProxyFigures> log = facts.proxy().filter(seen -> !Double.isNaN(seen.upstreamMillis()));
        if (log.isPresent()) {
            return Optional
                    .of("By means of %s: %s's proxy took %s, and waited %s for the first byte from %s, network and "
                            .formatted(Words.count(log.get().requests(), "request"), caller,
                                    Words.millis(log.get().meanMillis()), Words.millis(log.get().upstreamMillis()),
                                    callee)
                            + callee + "'s own proxy included.");
        }
        return facts.client().filter(seen -> !Double.isNaN(seen.meanMillis())).flatMap(seen -> facts.target()
                .filter(mesh -> !Double.isNaN(mesh.meanMillis()))
                .map(mesh -> "By means of %s: %s's client took %s, and its proxy waited %s for the first byte from %s."
                        .formatted(Words.count(seen.calls(), "call"), caller, Words.millis(seen.meanMillis()),
                                Words.millis(mesh.meanMillis()), callee)));
    }

    private Optional<String> unknown() {
        int all = facts.slow().size();
        long traced = facts.slow().stream().filter(slow -> slow.trace().isPresent()).count();
        if (all == 0 || splits.size() == all) {
            return Optional.empty();
        }
        if (traced == 0) {
            return Optional.of("Unknown: where the time of the slowest requests went inside " + callee
                    + ". None of them has a trace: they were not sampled, or tracing is off.");
        }
        List<String> words = new ArrayList<>();
        if (traced < all) {
            words.add(
                    "%s of the %d slowest requests were not sampled, or not traced at the time"
                            .formatted(Words.percent(all - traced, all), all));
        }
        if (splits.size() < traced) {
            words.add("of %d no span of %s is known that is surely theirs, as when a request never reached it"
                    .formatted(traced - splits.size(), callee));
        }
        return Optional.of("Unknown: " + String.join("; ", words) + ".");
    }
}
