// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.highlands.local.control.message.DrillBegun;
import io.highlands.local.error.UserError;
import io.highlands.local.rehearsal.Polling;
import io.highlands.local.rehearsal.RehearsalException;

/** One drill from its beginning to its result. */
final class DrillRun {

    /** AWS evaluates an alarm of these templates once a minute: what the fault left in the newest period shows in the next two. */
    private static final Duration CALM = Duration.ofMinutes(2);

    /** AWS's time until earlier faults have left the alarms: 15 periods of the longest, and as much again. */
    private static final Duration WAIT = Duration.ofMinutes(30);

    private final DrillTarget target;
    private final DrillListener trainee;
    private final int timeScale;
    private final Polling polling = new Polling();

    DrillRun(DrillTarget target, DrillListener trainee, int timeScale) {
        this.target = target;
        this.trainee = trainee;
        this.timeScale = timeScale;
    }

    /**
     * Runs it.
     *
     * @param plan what is hidden
     * @param allowed what the trainee may say
     * @param environment the environment's name
     * @return what came of it; given up and without budget where the platform ends meanwhile
     */
    DrillResult of(DrillPlan plan, Answer.Allowed allowed, String environment) {
        try {
            Instant began = target.begin(plan);
            DrillSession session = new DrillSession(plan, began, CALM.dividedBy(timeScale), allowed);
            tell(List.of(
                    "Something is wrong somewhere. The clock runs."
                            + (plan.faults().size() > 1 ? " There are " + plan.faults().size() + " faults." : "")));
            begin(new DrillBegun(began, plan.faults().size(), allowed.places(), allowed.kinds(), allowed.mitigations(),
                    Score.HINT));
            try {
                play(session);
            } catch (UserError gone) {
                session.giveUp(target.now());
                tell(List.of("the platform has ended or does not respond, and the drill is given up: "
                        + gone.getMessage()));
                return session.result(environment, Optional.empty());
            }
            Instant ended = session.ended().orElseGet(target::now);
            return session.result(environment, target.spent(began, ended));
        } finally {
            target.end();
        }
    }

    private void play(DrillSession session) {
        while (!session.isOver()) {
            Optional<Look> look = ask(target::look);
            look.ifPresent(seen -> tell(session.see(seen)));
            Optional<String> line = trainee.next();
            if (line.isPresent()) {
                tell(session.say(line.get(), target.now()));
            } else if (!session.isOver()) {
                target.pause();
            }
        }
    }

    /**
     * Waits until the platform is healthy.
     *
     * @throws RehearsalException in one line, where it stays unhealthy, or the trainee gives up
     */
    void awaitCalm() {
        Instant end = target.now().plus(WAIT.dividedBy(timeScale));
        String told = "";
        for (Optional<String> disturbance = ask(target::disturbance); disturbance.filter(String::isEmpty)
                .isEmpty(); disturbance = ask(target::disturbance)) {
            String now = disturbance.orElse(told);
            if (target.now().isAfter(end)) {
                throw new RehearsalException(
                        "a drill begins on a healthy platform: %s; see: highlands status".formatted(now));
            }
            if (!now.equals(told)) {
                tell(List.of("waiting: " + now));
                told = now;
            }
            hear();
            target.pause();
        }
    }

    private void hear() {
        for (Optional<String> line = trainee.next(); line.isPresent(); line = trainee.next()) {
            if (line.get().strip().equals(DrillSession.GIVE_UP)) {
                throw new RehearsalException("given up before the drill has begun; nothing is injected");
            }
            tell(List.of("the drill has not begun; allowed: " + DrillSession.GIVE_UP));
        }
    }

    private <T> Optional<T> ask(Supplier<T> request) {
        return polling.ask(() -> Optional.of(request.get()), busy -> Optional.empty());
    }

    private void begin(DrillBegun drill) {
        if (!target.isEnded()) {
            trainee.begin(drill);
        }
    }

    /** Once the drill is ended from elsewhere, as by Ctrl-C, there is nothing to say. */
    private void tell(List<String> lines) {
        if (!target.isEnded()) {
            trainee.tell(lines);
        }
    }
}
