// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.highlands.local.cloudwatch.CloudWatchException;

/**
 * What AWS checks before it takes an alarm.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html">PutMetricAlarm</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html">PutCompositeAlarm</a>
 */
final class AlarmChecks {

    private static final int MAX_NAME = 255;
    private static final int MAX_DESCRIPTION = 1024;
    private static final int MAX_REASON = 1023;
    private static final int MAX_REASON_DATA = 4000;
    private static final int MAX_ACTIONS = 5;
    private static final Set<Long> SHORT_PERIODS = Set.of(10L, 20L, 30L);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration HOUR = Duration.ofHours(1);

    private AlarmChecks() {
    }

    static void check(MetricAlarmDefinition alarm) {
        common(alarm);
        if (alarm.origin() == Origin.API) {
            checkPeriod(alarm.watched().period(), alarm.evaluationPeriods());
        }
        if (alarm.watched() instanceof Watched.Math math) {
            long returning = math.queries().stream().filter(AlarmQuery::returnData).count();
            require(returning == 1, "Exactly one element of the Metrics list should return data, not " + returning);
        }
    }

    private static void checkPeriod(Duration period, int evaluationPeriods) {
        long seconds = period.toSeconds();
        require(SHORT_PERIODS.contains(seconds) || seconds > 0 && seconds % 60 == 0,
                "Period must be 10, 20, 30 or a multiple of 60, not " + seconds);
        Duration longest = period.compareTo(HOUR) < 0 ? DAY : WEEK;
        require(period.multipliedBy(evaluationPeriods).compareTo(longest) <= 0,
                "Metrics cannot be checked across more than " + longest.toDays()
                        + " days (EvaluationPeriods * Period must be <= " + longest.toSeconds() + ")");
    }

    static void check(CompositeAlarmDefinition alarm) {
        common(alarm);
        require(!alarm.dependsOn().contains(alarm.name()), "AlarmRule of " + alarm.name() + " names the alarm itself");
        alarm.suppressor().ifPresent(suppressor -> require(
                !suppressor.waitPeriod().isNegative() && !suppressor.extensionPeriod().isNegative(),
                "ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod must not be negative"));
    }

    private static void common(AlarmDefinition alarm) {
        require(!alarm.name().isEmpty() && alarm.name().length() <= MAX_NAME,
                "AlarmName must have 1 to " + MAX_NAME + " characters, not " + alarm.name().length());
        require(alarm.description().length() <= MAX_DESCRIPTION, "AlarmDescription must have at most "
                + MAX_DESCRIPTION + " characters, not " + alarm.description().length());
        for (List<String> actions : List.of(alarm.actions().alarm(), alarm.actions().ok(),
                alarm.actions().insufficientData())) {
            require(actions.size() <= MAX_ACTIONS,
                    "A state takes at most " + MAX_ACTIONS + " actions, not " + actions.size());
            actions.forEach(arn -> require(arn.startsWith("arn:"), "Invalid arn syntax: " + arn));
        }
    }

    static void checkState(String reason, String data) {
        require(reason.length() <= MAX_REASON,
                "StateReason must have at most " + MAX_REASON + " characters, not " + reason.length());
        require(data.length() <= MAX_REASON_DATA,
                "StateReasonData must have at most " + MAX_REASON_DATA + " characters, not " + data.length());
        if (!data.isEmpty() && !AlarmJson.isJson(data)) {
            throw new CloudWatchException("InvalidFormat", "StateReasonData is not valid JSON");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw CloudWatchException.validation(otherwise);
        }
    }
}
