// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Instant;
import java.util.Optional;

import io.highlands.cloudwatch.model.alarm.CompositeAlarm.Suppressor;

/**
 * Decides when a composite alarm with a suppressor takes its actions. It has no clock: every call says what time it is,
 * and times never go back.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-suppression.html">Suppressing
 *      composite alarm actions</a>
 */
public final class ActionSuppression {

    /** What keeps actions back: the {@code ActionsSuppressedBy} of DescribeAlarms. */
    public enum By {
        /** The suppressor is in ALARM. */
        Alarm,
        /** The composite changed its state, and the suppressor may still follow. */
        WaitPeriod,
        /** The suppressor went out of ALARM, and the composite may still follow. */
        ExtensionPeriod
    }

    private final Suppressor suppressor;

    private By by;

    private Instant due;

    private boolean heldBack;

    /**
     * Starts with no action held back.
     *
     * @param suppressor the suppressor's settings
     * @param suppressorState the state that the suppressor is in
     */
    public ActionSuppression(Suppressor suppressor, AlarmState suppressorState) {
        this.suppressor = suppressor;
        this.by = suppressorState == AlarmState.ALARM ? By.Alarm : null;
    }

    /**
     * The composite alarm changed its state. While the suppressor is in ALARM its actions stay back; else a new wait
     * begins, and discards a wait or an extension that was running.
     *
     * @param now when
     */
    public void compositeChanged(Instant now) {
        heldBack = true;
        if (by != By.Alarm) {
            start(By.WaitPeriod, now.plus(suppressor.waitPeriod()));
        }
    }

    /**
     * The suppressor changed its state. Going into ALARM discards what was running; going out begins an extension.
     *
     * @param state its new state
     * @param now when
     */
    public void suppressorChanged(AlarmState state, Instant now) {
        if (state == AlarmState.ALARM) {
            start(By.Alarm, null);
        } else if (by == By.Alarm) {
            start(By.ExtensionPeriod, now.plus(suppressor.extensionPeriod()));
        }
    }

    /**
     * Lets time pass.
     *
     * @param now what time it is
     * @return when the composite took the actions of its current state; empty when it took none
     */
    public Optional<Instant> advance(Instant now) {
        if (due == null || due.isAfter(now)) {
            return Optional.empty();
        }
        Instant acted = due;
        boolean acts = heldBack;
        start(null, null);
        heldBack = false;
        return acts ? Optional.of(acted) : Optional.empty();
    }

    /**
     * What keeps actions back at present.
     *
     * @return the cause, empty when actions are free
     */
    public Optional<By> suppressedBy() {
        return Optional.ofNullable(by);
    }

    /**
     * The cause in AWS's words: the {@code ActionsSuppressedReason} of DescribeAlarms.
     *
     * @return the reason, empty when actions are free
     */
    public Optional<String> reason() {
        return suppressedBy().map(cause -> "Actions suppressed by " + cause);
    }

    private void start(By cause, Instant until) {
        by = cause;
        due = until;
    }
}
