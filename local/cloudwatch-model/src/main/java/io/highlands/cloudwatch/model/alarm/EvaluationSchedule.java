// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Duration;
import java.time.Instant;

/**
 * When an alarm is evaluated, and up to which moment it then takes data into account.
 *
 * @param interval time between two evaluations; data counts up to the last full interval
 */
public record EvaluationSchedule(Duration interval) {

    private static final Duration HIGH_RESOLUTION = Duration.ofSeconds(10);

    private static final Duration STANDARD = Duration.ofMinutes(1);

    private static final Duration MULTI_DAY = Duration.ofHours(1);

    /**
     * The schedule that AWS documents: every 10 seconds for periods under a minute, every hour when all evaluation periods
     * together exceed a day, every minute else.
     *
     * @param alarm the alarm
     * @return its schedule
     */
    public static EvaluationSchedule of(MetricAlarm alarm) {
        if (alarm.period().compareTo(STANDARD) < 0) {
            return new EvaluationSchedule(HIGH_RESOLUTION);
        }
        boolean days = alarm.period().multipliedBy(alarm.evaluationPeriods()).compareTo(Duration.ofDays(1)) > 0;
        return new EvaluationSchedule(days ? MULTI_DAY : STANDARD);
    }

    /**
     * The same schedule in a world that runs faster.
     *
     * @param timeScale how many times faster
     * @return the schedule, never more often than every second
     */
    public EvaluationSchedule dividedBy(int timeScale) {
        return new EvaluationSchedule(Duration.ofSeconds(Math.max(1, interval.toSeconds() / timeScale)));
    }

    /**
     * Up to when data counts.
     *
     * @param now the moment of the evaluation
     * @return the end of the newest period
     */
    public Instant boundary(Instant now) {
        return Instant.ofEpochSecond(now.getEpochSecond() - Math.floorMod(now.getEpochSecond(), interval.toSeconds()));
    }

    /**
     * When the next evaluation is.
     *
     * @param now a moment
     * @return the first evaluation after it
     */
    public Instant next(Instant now) {
        return boundary(now).plus(interval);
    }
}
