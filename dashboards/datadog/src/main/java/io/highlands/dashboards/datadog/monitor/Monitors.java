// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.monitor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.alarm.AlarmLevel;
import io.highlands.dashboards.cloudwatch.alarm.AlarmNames;
import io.highlands.dashboards.cloudwatch.alarm.Alarms;
import io.highlands.dashboards.cloudwatch.alarm.Severity;
import io.highlands.dashboards.datadog.Notifications;

/** All monitors of an environment. What several conditions make is a composite, whose parts tell nobody. */
public final class Monitors {

    private final MonitoredPlatform platform;
    private final Notifications notifications;
    private final AlarmLevel level;
    private final AlarmNames names;

    private Monitors(MonitoredPlatform platform, Notifications notifications, AlarmLevel level) {
        this.platform = platform;
        this.notifications = notifications;
        this.level = level;
        this.names = new AlarmNames(platform.environment());
    }

    /**
     * The monitors that match the environment's CloudWatch alarms, but for those that guard deployments, which only ECS
     * reads. Those that need spans are left out where tracing is off.
     *
     * @param platform
     *            what is watched
     * @param notifications
     *            whom they tell
     * @param level
     *            whom they may tell at most: with {@link AlarmLevel#TICKETS} what would page tells those who read
     *            tickets, with {@link AlarmLevel#NONE} there is no monitor
     * @return the monitors, parts before the composites that name them
     */
    public static List<Monitor> of(MonitoredPlatform platform, Notifications notifications, AlarmLevel level) {
        if (level == AlarmLevel.NONE) {
            return List.of();
        }
        var monitors = new Monitors(platform, notifications, level);
        return Stream.concat(PageAlerts.of(platform).stream(), TicketAlerts.of(platform).stream())
                .flatMap(monitors::of).toList();
    }

    private Stream<Monitor> of(Alert alert) {
        String name = names.of(alert.kind(), alert.instance());
        if (alert.rule().isEmpty()) {
            Condition only = alert.conditions().getFirst();
            return Stream.of(new Monitor(name, Monitor.METRICS, only.query(), message(alert),
                    tags(alert, severity(alert).word()), priority(alert), options(only)));
        }
        List<Monitor> monitors = new ArrayList<>();
        String rule = alert.rule();
        for (Condition condition : alert.conditions()) {
            String part = name + '-' + condition.part();
            rule = rule.replace("{" + condition.part() + "}", Monitor.reference(part));
            monitors.add(new Monitor(part, Monitor.METRICS, condition.query(),
                    "Part of " + name + ": " + condition.expression().label(), tags(alert, Alarms.PART),
                    Optional.empty(), options(condition)));
        }
        monitors.add(new Monitor(name, Monitor.COMPOSITE, rule, message(alert),
                tags(alert, severity(alert).word()), priority(alert), plain()));
        return monitors.stream();
    }

    private SequencedMap<String, Object> options(Condition condition) {
        SequencedMap<String, Object> options = plain();
        options.put("thresholds", Map.of("critical", number(condition.threshold())));
        options.put("require_full_window", false);
        if (condition.late()) {
            options.put("evaluation_delay", notifications.evaluationDelay().toSeconds());
        }
        if (condition.silence() > 0) {
            options.put("notify_no_data", true);
            options.put("no_data_timeframe", condition.silence());
        }
        return options;
    }

    private static SequencedMap<String, Object> plain() {
        SequencedMap<String, Object> options = new LinkedHashMap<>();
        options.put("include_tags", false);
        options.put("notify_no_data", false);
        return options;
    }

    /** In the words that whoever is paged reads first. */
    private String message(Alert alert) {
        String text = "%s.\nRunbook: %s\nCloudWatch dashboard: %s".formatted(alert.kind().meaning(),
                platform.links().runbook(alert.kind().id()), alert.dashboard());
        List<String> handles = notifications.of(severity(alert));
        return handles.isEmpty() ? text : text + "\n" + handles.stream().collect(Collectors.joining(" "));
    }

    private List<String> tags(Alert alert, String severity) {
        return List.of("env:" + platform.environment(), "platform:highlands", "alarm:" + alert.kind().id(),
                "severity:" + severity);
    }

    private Severity severity(Alert alert) {
        return level.severityOf(alert.kind());
    }

    private Optional<Integer> priority(Alert alert) {
        return Optional.of(severity(alert) == Severity.PAGE ? 1 : 3);
    }

    /** Whole numbers without a point, as the query has them. */
    private static Number number(double threshold) {
        return threshold == Math.rint(threshold) ? (Number) (long) threshold : (Number) threshold;
    }
}
