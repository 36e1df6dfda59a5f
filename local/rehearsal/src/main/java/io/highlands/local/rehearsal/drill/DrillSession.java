// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.highlands.local.rehearsal.RehearsalException;

/**
 * A drill under way: it takes what the trainee says and what is seen of the platform, and says what came of it. It is over when
 * the mitigation works and all is said, or when it is given up.
 */
final class DrillSession {

    /** What ends a drill before its faults are mitigated. */
    static final String GIVE_UP = "give-up";

    private static final List<String> HELP = List.of(
            "answer WHERE [KIND [MITIGATION]]  what you found: a service or CALLER:CALLEE, the kind of fault, the runbook's command that ends it",
            "words                             what WHERE, KIND and MITIGATION may be",
            "hint                              the next hint; each costs " + Score.HINT + " points",
            GIVE_UP + "                           end the drill and see the truth");

    private final DrillPlan plan;
    private final Instant began;
    private final Duration calm;
    private final Answer.Allowed allowed;
    private final List<Findings> findings;
    private final List<Moment> moments = new ArrayList<>();
    private int wrong;
    private int hints;
    private Optional<String> firstAlarm = Optional.empty();
    private Optional<Instant> firstAlarmAt = Optional.empty();
    private Optional<Instant> calmSince = Optional.empty();
    private Optional<Instant> recovered = Optional.empty();
    private Optional<Instant> gaveUp = Optional.empty();

    /**
     * Begins.
     *
     * @param plan what is hidden
     * @param began when the faults were injected
     * @param calm for how long no alarm may be in ALARM once the faults have ended
     * @param allowed what may be said
     */
    DrillSession(DrillPlan plan, Instant began, Duration calm, Answer.Allowed allowed) {
        this.plan = plan;
        this.began = began;
        this.calm = calm;
        this.allowed = allowed;
        this.findings = plan.faults().stream().map(Findings::new).toList();
    }

    /**
     * Takes a line of the trainee.
     *
     * @return what to tell
     */
    List<String> say(String line, Instant now) {
        List<String> words = Arrays.stream(line.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return switch (words.getFirst()) {
            case "answer" -> answer(words.subList(1, words.size()), now);
            case "hint" -> hint(now);
            case "words" -> List.of("where: " + String.join(", ", allowed.places()),
                    "kind: " + String.join(", ", allowed.kinds()),
                    "mitigation: " + String.join(", ", allowed.mitigations()));
            case "help" -> HELP;
            case GIVE_UP -> giveUp(now);
            default -> List.of("'" + words.getFirst() + "' is not understood; allowed: answer, words, hint, help, "
                    + GIVE_UP);
        };
    }

    /** Ends the drill. */
    List<String> giveUp(Instant now) {
        gaveUp = gaveUp.or(() -> Optional.of(now));
        tell(now, GIVE_UP);
        return List.of("given up");
    }

    private List<String> answer(List<String> words, Instant now) {
        Answer answer;
        try {
            answer = Answer.parse(words, allowed);
        } catch (RehearsalException mistake) {
            return List.of(mistake.getMessage());
        }
        Findings best = findings.stream().filter(one -> !one.complete())
                .max(Comparator.comparingInt(one -> one.fit(answer))).orElse(findings.getFirst());
        List<Findings.Part> parts = best.take(answer, now);
        wrong += (int) parts.stream().filter(part -> !part.right()).count();
        String verdict = String.join(", ", parts.stream().map(Findings.Part::words).toList());
        tell(now, "answer " + String.join(" ", words) + " (" + verdict + ")");
        long open = findings.stream().filter(one -> !one.complete()).count();
        return List.of(verdict + (open == 0
                ? "; all is said" + (recovered.isPresent() ? "" : ", end it now")
                : findings.size() > 1
                        ? "; " + open + " of " + findings.size() + " faults are not completely found"
                        : ""));
    }

    /** First the alarm and its runbook, then the commands that show it, and then the service, of one fault after another. */
    private List<String> hint(Instant now) {
        List<String> all = new ArrayList<>();
        findings.stream().map(one -> one.fault).forEach(fault -> all.addAll(List.of(
                "alarm " + fault.alarm() + ", runbook " + fault.runbook(),
                "runbook " + fault.runbook() + ": " + String.join(", ", fault.diagnosis()) + " report it",
                "tasks of " + fault.service() + " have it")));
        if (hints == all.size()) {
            return List.of("there are no more hints");
        }
        String hint = all.get(hints++);
        tell(now, "hint " + hints + " (" + hint + ")");
        return List.of("hint " + hints + " of " + all.size() + ": " + hint);
    }

    /**
     * Takes what is seen of the platform.
     *
     * @return what to tell
     */
    List<String> see(Look look) {
        List<String> told = new ArrayList<>();
        look.firstAlarm(began).filter(one -> firstAlarm.isEmpty()).ifPresent(alarm -> {
            firstAlarm = Optional.of(alarm.getKey());
            firstAlarmAt = Optional.of(alarm.getValue());
            tell(alarm.getValue(), "first alarm: " + alarm.getKey());
        });
        boolean before = mitigated().isPresent();
        for (int i = 0; i < findings.size(); i++) {
            if (findings.get(i).ended.isEmpty()) {
                findings.get(i).ended = look.ended().get(i);
            }
        }
        mitigated().filter(at -> !before).ifPresent(at -> {
            tell(at, "the last fault ended");
            told.add("no fault works any more, after %d s; waiting until the alarms are OK".formatted(seconds(at)));
        });
        recover(look).ifPresent(told::add);
        return told;
    }

    private Optional<String> recover(Look look) {
        if (recovered.isPresent() || mitigated().isEmpty() || !look.isCalm()) {
            calmSince = Optional.empty();
            return Optional.empty();
        }
        calmSince = calmSince.or(() -> Optional.of(look.at()));
        if (Duration.between(calmSince.get(), look.at()).compareTo(calm) < 0) {
            return Optional.empty();
        }
        recovered = calmSince;
        tell(look.at(), "the mitigation works: no alarm is in ALARM");
        return Optional.of("the mitigation works" + (isAllSaid() ? "" : "; say what it was, or " + GIVE_UP));
    }

    /** {@return whether the drill is over} */
    boolean isOver() {
        return gaveUp.isPresent() || recovered.isPresent() && isAllSaid();
    }

    private boolean isAllSaid() {
        return findings.stream().allMatch(Findings::complete);
    }

    private Optional<Instant> mitigated() {
        return latest(findings.stream().map(one -> one.ended).toList());
    }

    /**
     * {@return what came of it}
     *
     * @param environment the environment's name
     * @param budget what it cost, where that could be read
     */
    DrillResult result(String environment, Optional<SpentBudget> budget) {
        Optional<Instant> mitigated = recovered.flatMap(at -> mitigated());
        Score score = Score.of(findings, recovered.isPresent(), wrong, hints,
                firstAlarmAt.filter(alarm -> mitigated.isPresent())
                        .map(alarm -> Duration.between(alarm, mitigated.get())).orElse(Duration.ZERO));
        DrillResult.Times times = new DrillResult.Times(firstAlarmAt.map(this::seconds),
                latest(findings.stream().map(one -> one.where).toList()).map(this::seconds),
                latest(findings.stream().map(Findings::diagnosed).toList()).map(this::seconds),
                mitigated.map(this::seconds), recovered.map(this::seconds));
        return new DrillResult(environment, plan, began, recovered.isPresent(), score, times, firstAlarm,
                findings.stream().map(one -> new DrillResult.Found(one.where.map(this::seconds),
                        one.kind.map(this::seconds), one.mitigation.map(this::seconds), one.ended.map(this::seconds)))
                        .toList(),
                moments.stream().sorted(Comparator.comparingLong(Moment::second)).toList(), budget);
    }

    /** {@return until when the faults worked; absent while one does} */
    Optional<Instant> ended() {
        return mitigated().or(() -> gaveUp);
    }

    private static Optional<Instant> latest(List<Optional<Instant>> moments) {
        return moments.stream().allMatch(Optional::isPresent)
                ? moments.stream().flatMap(Optional::stream).max(Instant::compareTo)
                : Optional.empty();
    }

    private long seconds(Instant at) {
        return Math.max(0, Duration.between(began, at).toSeconds());
    }

    private void tell(Instant at, String what) {
        moments.add(new Moment(seconds(at), what));
    }
}
