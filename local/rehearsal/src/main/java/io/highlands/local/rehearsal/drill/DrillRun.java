// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.highlands.local.rehearsal.RehearsalException;

/** One drill from its beginning to its result. */
final class DrillRun {

    /** AWS evaluates an alarm of these templates once a minute: what the fault left in the newest period shows in the next two. */
    private static final Duration CALM = Duration.ofMinutes(2);

    /** AWS's time until earlier faults have left the alarms. */
    private static final Duration WAIT = Duration.ofMinutes(15);

    private final DrillTarget target;
    private final DrillListener trainee;
    private final Answer.Allowed allowed;
    private final int timeScale;

    DrillRun(DrillTarget target, DrillListener trainee, Answer.Allowed allowed, int timeScale) {
        this.target = target;
        this.trainee = trainee;
        this.allowed = allowed;
        this.timeScale = timeScale;
    }

    /**
     * Runs it.
     *
     * @param plan what is hidden
     * @param environment the environment's name
     * @return what came of it
     */
    DrillResult of(DrillPlan plan, String environment) {
        awaitCalm();
        try {
            Instant began = target.begin(plan);
            DrillSession session = new DrillSession(plan, began, CALM.dividedBy(timeScale), allowed);
            trainee.tell(List.of(
                    "Something is wrong somewhere. The clock runs."
                            + (plan.faults().size() > 1 ? " There are " + plan.faults().size() + " faults." : ""),
                    "Use the console, 'highlands' and the AWS CLI in another terminal; end it there as a runbook says.",
                    "Here: answer WHERE [KIND [MITIGATION]], words, hint, help, " + DrillSession.GIVE_UP));
            while (!session.isOver()) {
                Look look = target.look();
                Optional<String> line = trainee.next();
                if (line.isPresent()) {
                    trainee.tell(session.say(line.get(), target.now()));
                } else {
                    trainee.tell(session.see(look));
                    target.pause();
                }
            }
            Instant ended = session.ended().orElseGet(target::now);
            return session.result(environment, target.spent(began, ended));
        } finally {
            target.end();
        }
    }

    private void awaitCalm() {
        Instant end = target.now().plus(WAIT.dividedBy(timeScale));
        String told = "";
        for (String disturbance = target.disturbance(); !disturbance.isEmpty(); disturbance = target.disturbance()) {
            if (target.now().isAfter(end)) {
                throw new RehearsalException(
                        "a drill begins on a healthy platform: %s; see: highlands status".formatted(disturbance));
            }
            if (!disturbance.equals(told)) {
                trainee.tell(List.of("waiting: " + disturbance));
                told = disturbance;
            }
            target.pause();
        }
    }
}
