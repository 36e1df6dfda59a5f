// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.highlands.cloudwatch.model.statistics.Aggregation;
import io.highlands.local.cloudwatch.CloudWatchException;

/**
 * What AWS checks before it takes an alarm, whether PutMetricAlarm, PutCompositeAlarm or a template declares it. Names of
 * parameters are the same in all three.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html">PutMetricAlarm</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html">PutCompositeAlarm</a>
 */
public final class AlarmRules {

    private static final int MAX_NAME = 255;
    private static final int MAX_DESCRIPTION = 1024;
    private static final int MAX_REASON = 1023;
    private static final int MAX_REASON_DATA = 4000;
    private static final int MAX_ACTIONS = 5;
    private static final int MAX_DIMENSIONS = 30;
    private static final Set<Long> SHORT_PERIODS = Set.of(10L, 20L, 30L);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** What is for an alarm of one metric, and must not stand beside Metrics. */
    private static final List<String> OF_ONE_METRIC = List.of("MetricName", "Namespace", "Dimensions", "Period", "Unit",
            "Statistic", "ExtendedStatistic");

    private AlarmRules() {
    }

    /**
     * A rule that is broken.
     *
     * @param parameter the parameter or property
     * @param message what is wrong, in AWS's words where they are known
     */
    public record Violation(String parameter, String message) {}

    /**
     * Checks which parameters of a metric alarm stand beside each other.
     *
     * @param given tells whether a parameter is given
     * @return the first violation, empty when there is none
     */
    public static Optional<Violation> parameters(Predicate<String> given) {
        Checks checks = new Checks();
        if (given.test("Metrics")) {
            OF_ONE_METRIC.forEach(name -> checks.require(!given.test(name), name,
                    name + " should not be set if list of Metrics is set"));
        } else {
            for (String name : List.of("MetricName", "Namespace", "Period")) {
                checks.require(given.test(name), name, name + " must not be null");
            }
            checks.require(given.test("Statistic") != given.test("ExtendedStatistic"), "Statistic",
                    "Exactly one of Statistic and ExtendedStatistic must be specified");
        }
        checks.require(!given.test("ThresholdMetricId"), "ThresholdMetricId",
                "ThresholdMetricId: anomaly detection is not evaluated in local mode");
        return checks.first();
    }

    /**
     * Checks an alarm with the periods that it has in AWS.
     *
     * @param alarm the alarm
     * @return the first violation, empty when there is none
     */
    public static Optional<Violation> violation(AlarmDefinition alarm) {
        Checks checks = new Checks();
        common(checks, alarm);
        switch (alarm) {
            case MetricAlarmDefinition metric -> {
                metric(checks, metric);
                periods(checks, metric);
                checks.first().or(() -> evaluated(metric)).ifPresent(checks::add);
            }
            case CompositeAlarmDefinition composite -> composite(checks, composite);
        }
        return checks.first();
    }

    /** Refuses what breaks a rule; periods of a template's alarm are divided, and were checked before. */
    static void check(AlarmDefinition alarm) {
        if (alarm.origin() == Origin.API) {
            violation(alarm).ifPresent(violation -> {
                throw CloudWatchException.validation(violation.message());
            });
        }
    }

    private static void common(Checks checks, AlarmDefinition alarm) {
        checks.require(!alarm.name().isEmpty() && alarm.name().length() <= MAX_NAME, "AlarmName",
                "AlarmName must have 1 to " + MAX_NAME + " characters, not " + alarm.name().length());
        checks.require(!CONTROL.matcher(alarm.name()).find(), "AlarmName",
                "AlarmName must not contain ASCII control characters");
        checks.require(alarm.description().length() <= MAX_DESCRIPTION, "AlarmDescription",
                "AlarmDescription must have at most " + MAX_DESCRIPTION + " characters, not "
                        + alarm.description().length());
        actions(checks, "AlarmActions", alarm.actions().alarm());
        actions(checks, "OKActions", alarm.actions().ok());
        actions(checks, "InsufficientDataActions", alarm.actions().insufficientData());
    }

    private static void actions(Checks checks, String list, List<String> actions) {
        checks.require(actions.size() <= MAX_ACTIONS, list,
                list + " must have at most " + MAX_ACTIONS + " actions, not " + actions.size());
        actions.forEach(arn -> checks.require(arn.startsWith("arn:"), list, "Invalid arn syntax: " + arn));
    }

    private static void metric(Checks checks, MetricAlarmDefinition alarm) {
        switch (alarm.watched()) {
            case Watched.Metric metric -> dimensions(checks, "Dimensions", metric);
            case Watched.Math math -> {
                long returning = math.queries().stream().filter(AlarmQuery::returnData).count();
                checks.require(returning == 1, "Metrics",
                        "Exactly one element of the Metrics list should return data, not " + returning);
                long ids = math.queries().stream().map(AlarmQuery::id).distinct().count();
                checks.require(ids == math.queries().size(), "Metrics", "Each Id in the Metrics list must be unique");
                math.queries().forEach(query -> {
                    checks.require(query.metric().isPresent() != query.expression().isPresent(), "Metrics",
                            "Exactly one of MetricStat and Expression must be specified for " + query.id());
                    query.metric().ifPresent(metric -> dimensions(checks, "Metrics", metric));
                });
            }
        }
    }

    private static void dimensions(Checks checks, String parameter, Watched.Metric metric) {
        int dimensions = metric.metric().dimensions().size();
        checks.require(dimensions <= MAX_DIMENSIONS, parameter,
                "A metric must have at most " + MAX_DIMENSIONS + " dimensions, not " + dimensions);
    }

    private static void periods(Checks checks, MetricAlarmDefinition alarm) {
        boolean math = alarm.watched() instanceof Watched.Math;
        List<Duration> periods = new ArrayList<>(List.of(alarm.watched().period()));
        if (alarm.watched() instanceof Watched.Math(List<AlarmQuery> queries, Duration _)) {
            queries.forEach(query -> query.metric().map(Watched.Metric::period).ifPresent(periods::add));
        }
        periods.forEach(period -> checks.require(
                SHORT_PERIODS.contains(period.toSeconds())
                        || period.isPositive() && period.toSeconds() % 60 == 0,
                math ? "Metrics" : "Period",
                "Period must be 10, 20, 30 or a multiple of 60, not " + period.toSeconds()));
        Duration period = alarm.watched().period();
        boolean hours = period.compareTo(HOUR) >= 0;
        Duration longest = hours ? WEEK : DAY;
        checks.require(period.multipliedBy(alarm.evaluationPeriods()).compareTo(longest) <= 0, "EvaluationPeriods",
                "Metrics cannot be checked across more than " + (hours ? "a week" : "a day")
                        + " (EvaluationPeriods * Period must be <= " + longest.toSeconds() + ")"
                        + (hours ? " for alarms using period >= 3600" : ""));
    }

    /** What only shows when the alarm is made ready: its statistic, its expressions, M of N. */
    private static Optional<Violation> evaluated(MetricAlarmDefinition alarm) {
        try {
            MetricWatch.of(alarm, (metric, unit, statistic) -> (range, now) -> Aggregation.of(range, List.of()), 1);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(new Violation(alarm.watched() instanceof Watched.Math ? "Metrics" : "Statistic",
                    e.getMessage()));
        }
    }

    private static void composite(Checks checks, CompositeAlarmDefinition alarm) {
        checks.require(!alarm.dependsOn().contains(alarm.name()), "AlarmRule",
                "AlarmRule of " + alarm.name() + " names the alarm itself");
        alarm.suppressor().ifPresent(suppressor -> checks.require(
                !suppressor.waitPeriod().isNegative() && !suppressor.extensionPeriod().isNegative(),
                "ActionsSuppressorWaitPeriod",
                "ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod must not be negative"));
    }

    static void checkState(String reason, String data) {
        if (reason.length() > MAX_REASON) {
            throw CloudWatchException.validation(
                    "StateReason must have at most " + MAX_REASON + " characters, not " + reason.length());
        }
        if (data.length() > MAX_REASON_DATA) {
            throw CloudWatchException.validation(
                    "StateReasonData must have at most " + MAX_REASON_DATA + " characters, not " + data.length());
        }
        if (!data.isEmpty() && !AlarmJson.isJson(data)) {
            throw new CloudWatchException("InvalidFormat", "StateReasonData is not valid JSON");
        }
    }

    /** Keeps what is broken, in the order of the checks. */
    private static final class Checks {

        private final List<Violation> violations = new ArrayList<>();

        void require(boolean holds, String parameter, String otherwise) {
            if (!holds) {
                violations.add(new Violation(parameter, otherwise));
            }
        }

        void add(Violation violation) {
            violations.add(violation);
        }

        Optional<Violation> first() {
            return violations.stream().findFirst();
        }
    }
}
