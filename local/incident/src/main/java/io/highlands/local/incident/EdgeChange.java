// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.incident;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.highlands.local.control.message.IncidentReport.Calls;
import io.highlands.local.control.message.IncidentReport.ChangedEdge;
import io.highlands.local.control.message.IncidentReport.ErrorLine;
import io.highlands.local.traces.compare.Proportions;
import io.highlands.local.traces.compare.Proportions.Certainty;

/** How the calls of one service by another changed. */
record EdgeChange(ChangedEdge edge) {

    /** With fewer calls before, as right after a start, each failure is news. */
    private static final long LEAST_BEFORE = 30;
    /** Fewer calls have no mean. */
    private static final long MIN_CALLS = 5;
    private static final double SLOWER = 1.5;
    private static final double SLOWER_MILLIS = 20;

    /** {@return whether more of the calls fail, and not by chance} */
    boolean fails() {
        Calls now = edge.now();
        return now.failed() > 0 && (edge.before().calls() < LEAST_BEFORE || certainty() != Certainty.CHANCE);
    }

    /** {@return whether the calls take half as long again, and at least 20 ms longer} */
    boolean isSlower() {
        Calls now = edge.now();
        Calls before = edge.before();
        return now.calls() >= MIN_CALLS && before.calls() >= MIN_CALLS && millis(now) >= SLOWER * millis(before)
                && millis(now) - millis(before) >= SLOWER_MILLIS;
    }

    /** {@return an edge of which only the calls are known} */
    static EdgeChange counted(String caller, String callee, Calls now, Calls before) {
        EdgeChange plain = new EdgeChange(new ChangedEdge(caller, callee, now, before, "", List.of(), "",
                Optional.empty()));
        return plain.with(List.of(), "", Optional.empty());
    }

    /** {@return the same with what mesh, access logs and spans say of it, and its first failures} */
    EdgeChange with(List<String> verdict, String failedTrace, Optional<ErrorLine> firstError) {
        return new EdgeChange(new ChangedEdge(edge.caller(), edge.callee(), edge.now(), edge.before(), change(),
                verdict, failedTrace, firstError));
    }

    boolean isChanged() {
        return fails() || isSlower();
    }

    /**
     * {@return how long a call takes in the mean without the calls that it causes in turn, in ms; 0 where that is below 20 ms, or an
     * earlier mean says more}
     *
     * @param all all edges
     */
    double timeOfItsOwn(List<EdgeChange> all) {
        if (edge.now().calls() < MIN_CALLS || edge.before().calls() >= MIN_CALLS) {
            return 0;
        }
        double inner = all.stream().map(other -> other.edge).filter(other -> other.caller().equals(edge.callee()))
                .flatMap(other -> other.now().meanMillis().stream()).mapToDouble(Double::doubleValue).max().orElse(0);
        double own = millis(edge.now()) - inner;
        return own >= SLOWER_MILLIS ? own : 0;
    }

    /** {@return that its calls take long, where there is no earlier mean to tell whether they always do} */
    String longest() {
        return String.format(Locale.ROOT,
                "%s → %s: calls took %.0f ms in the mean of %d, longer by themselves than on any "
                        + "other edge; too few were made before to tell whether they always do.",
                edge.caller(), edge.callee(),
                millis(edge.now()), edge.now().calls());
    }

    /** {@return how much of the calls fails, and then how much slower they are; the largest change is the first} */
    double extent() {
        if (fails()) {
            return 1 + share(edge.now());
        }
        return isSlower() ? 1 - millis(edge.before()) / millis(edge.now()) : 0;
    }

    /**
     * {@return whether another change explains this one} Who is called calls on, and what fails or is slow there fails or is slow
     * here too.
     *
     * @param all all edges
     */
    boolean followsFrom(List<EdgeChange> all) {
        return all.stream().anyMatch(other -> other.edge.caller().equals(edge.callee())
                && !other.edge.callee().equals(edge.caller()) && other.isChanged());
    }

    /** {@return the change in one sentence, and the first that the mesh says of it} */
    String sentence() {
        Calls now = edge.now();
        Calls before = edge.before();
        String of = edge.caller() + " → " + edge.callee() + ": ";
        String change = fails()
                ? "%s of %d calls failed, %s; %s".formatted(percent(now), now.calls(), earlier(before),
                        howSure())
                : String.format(Locale.ROOT, "calls took %.0f ms in the mean of %d, %.0f ms before", millis(now),
                        now.calls(),
                        millis(before));
        return of + change + "." + (edge.verdict().isEmpty() ? "" : " " + edge.verdict().getFirst());
    }

    /** What changed and how sure that is; a mean has no test. */
    private String change() {
        if (fails()) {
            return "fails: " + howSure();
        }
        return isSlower()
                ? String.format(Locale.ROOT, "slower: %.1f times as long, by the means of %d and %d calls",
                        millis(edge.now()) / millis(edge.before()), edge.now().calls(), edge.before().calls())
                : "";
    }

    private String howSure() {
        return edge.before().calls() < LEAST_BEFORE ? "too few to compare with" : certainty().words();
    }

    private Certainty certainty() {
        return Proportions.of(edge.now().failed(), edge.now().calls(), edge.before().failed(), edge.before().calls());
    }

    private static String earlier(Calls before) {
        return before.calls() == 0 ? "none were made before" : percent(before) + " of " + before.calls() + " before";
    }

    /** NaN compares with nothing. */
    private static double millis(Calls calls) {
        return calls.meanMillis().orElse(Double.NaN);
    }

    private static double share(Calls calls) {
        return calls.calls() == 0 ? 0 : (double) calls.failed() / calls.calls();
    }

    private static String percent(Calls calls) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share(calls));
    }
}
