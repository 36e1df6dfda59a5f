// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.highlands.local.edges.Sentence.Topic;

/** Who made the errors. */
final class ErrorVerdict {

    private final EdgeFacts facts;
    private final String caller;
    private final String callee;

    ErrorVerdict(EdgeFacts facts) {
        this.facts = facts;
        this.caller = facts.edge().caller();
        this.callee = facts.edge().callee();
    }

    List<Sentence> sentences() {
        List<Sentence> said = new ArrayList<>();
        if (facts.proxy().isPresent()) {
            byLog(facts.proxy().get(), said);
        } else {
            said.add(byMetrics());
        }
        facts.client().filter(seen -> seen.rejected() > 0).ifPresent(seen -> said.add(new Sentence(Topic.ERRORS,
                "%s were not made at all: %s's circuit was open or its bulkhead full."
                        .formatted(Words.count(seen.rejected(), "call"), caller))));
        return said;
    }

    private void byLog(ProxyFigures log, List<Sentence> said) {
        if (log.failed() == 0) {
            said.add(new Sentence(Topic.ERRORS,
                    "None of the " + Words.count(log.requests(), "request") + " failed."));
            return;
        }
        List<Failure> seen = facts.failures();
        boolean all = seen.size() == log.failed();
        String of = all ? String.valueOf(seen.size()) : "the newest " + seen.size();
        long proxies = count(seen, Maker.CALLER_PROXY) + count(seen, Maker.CALLEE_PROXY);
        if (proxies > 0) {
            said.add(new Sentence(Topic.ERRORS, "%d of %s failures %s made by %s: %s.".formatted(proxies, of,
                    proxies == 1 ? "was" : "were", whose(seen), reached(seen))));
        }
        long own = count(seen, Maker.CALLEE);
        if (own > 0) {
            said.add(new Sentence(Topic.ERRORS, "%d of %s failures %s %s's own answer.".formatted(own, of,
                    own == 1 ? "was" : "were", callee)));
        }
        long either = count(seen, Maker.CALLEE_SIDE);
        if (either > 0) {
            said.add(new Sentence(Topic.UNKNOWN,
                    "Unknown: whether %d of %s failures were made by %s or by its proxy, which logged nothing of them."
                            .formatted(either, of, callee)));
        }
        if (!all) {
            said.add(new Sentence(Topic.ERRORS, "Of all %d failures %d had no answer from %s's side.".formatted(
                    log.failed(), log.byProxy(), callee)));
        }
    }

    private static long count(List<Failure> failures, Maker maker) {
        return failures.stream().filter(failure -> failure.maker() == maker).count();
    }

    private String whose(List<Failure> seen) {
        long near = count(seen, Maker.CALLER_PROXY);
        long far = count(seen, Maker.CALLEE_PROXY);
        if (far == 0) {
            return "the proxy of " + caller;
        }
        return near == 0
                ? "the proxy of " + callee
                : "proxies (%d by %s's, %d by %s's)".formatted(near, caller, far,
                        callee);
    }

    private String reached(List<Failure> seen) {
        List<Failure> byProxy = seen.stream()
                .filter(one -> one.maker() == Maker.CALLER_PROXY || one.maker() == Maker.CALLEE_PROXY).toList();
        long sent = byProxy.stream().filter(one -> one.sent().equals(Optional.of(true))).count();
        long unseen = byProxy.stream().filter(one -> one.sent().equals(Optional.of(false))).count();
        String them = byProxy.size() == 1 ? "it" : "them";
        List<String> words = new ArrayList<>();
        if (unseen > 0) {
            words.add(callee + " never saw " + (unseen == byProxy.size() ? them : unseen + " of them"));
        }
        if (sent > 0) {
            words.add(callee + " was sent " + (sent == byProxy.size() ? them : sent + " of them")
                    + " and its answer did not come, or was not waited for");
        }
        if (sent + unseen < byProxy.size()) {
            words.add("whether " + callee + " saw " + (sent + unseen == 0 ? them : "the rest") + " is unknown");
        }
        return String.join("; ", words);
    }

    /** As AWS's metrics alone can say: a lower bound, because a retry may have hidden a callee's 5xx from the caller. */
    private Sentence byMetrics() {
        if (facts.client().isEmpty() || facts.target().isEmpty()) {
            return new Sentence(Topic.UNKNOWN, "Unknown: who made errors. There is no access log of %s's proxy, and %s."
                    .formatted(caller, facts.client().isEmpty()
                            ? caller + " published nothing of its calls"
                            : "the mesh published nothing of this edge"));
        }
        long failed = facts.client().get().failed();
        long told = facts.target().get().failed();
        if (failed == 0) {
            return new Sentence(Topic.ERRORS,
                    "None of the " + Words.count(facts.client().get().calls(), "call") + " failed.");
        }
        long proxy = Math.max(0, failed - told);
        return new Sentence(Topic.ERRORS, "At least %d of %d failures %s made by a proxy or by no answer: %s made %d."
                .formatted(proxy, failed, proxy == 1 ? "was" : "were", callee, told));
    }
}
