// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import software.amazon.awscdk.CfnTag;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm;
import software.amazon.awscdk.services.cloudwatch.CfnCompositeAlarm;
import software.constructs.Construct;

import io.highlands.dashboards.cloudwatch.DashboardAlarm;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;

/**
 * The alarms of an environment. What tells somebody is one alarm per thing to tell, named
 * {@code highlands-ENV-KIND[-INSTANCE]}; it is a composite where several watches make it or another alarm holds it
 * back, because metric alarms can do neither. The watches of a composite have no actions. Tags say kind and severity of
 * each alarm, and {@code part} for one that only belongs to another.
 */
public final class Alarms {

    /** Tag that names the kind of an alarm. */
    public static final String KIND_TAG = "highlands:alarm";
    /** Tag that says whom it tells: page, ticket, guard, or part. */
    public static final String SEVERITY_TAG = "highlands:severity";
    /** Severity of an alarm that others are made of. */
    public static final String PART = "part";

    private final Construct scope;
    private final MonitoredPlatform platform;
    private final AlarmLevel level;
    private final AlarmNames names;

    private Alarms(Construct scope, MonitoredPlatform platform, AlarmLevel level) {
        this.scope = scope;
        this.platform = platform;
        this.level = level;
        this.names = new AlarmNames(platform.environment());
    }

    /**
     * Creates all alarms but the guards of deployments.
     *
     * @param scope
     *            where, a stack
     * @param platform
     *            what is watched
     * @param topics
     *            whom they tell
     * @param level
     *            whom they may tell at most: with {@link AlarmLevel#NONE} none is created
     * @return those that tell somebody, for dashboards to show
     */
    public static List<DashboardAlarm> create(Construct scope, MonitoredPlatform platform, AlarmTopics topics,
            AlarmLevel level) {
        if (level == AlarmLevel.NONE) {
            return List.of();
        }
        var alarms = new Alarms(scope, platform, level);
        List<Alert> pages = Pages.of(platform);
        List<DashboardAlarm> shown = new ArrayList<>();
        // In the order of creation: what suppresses has to be there before what it holds back
        pages.forEach(page -> shown.add(alarms.add(page, topics)));
        alarms.pageStanding(pages);
        Tickets.of(platform).forEach(ticket -> shown.add(alarms.add(ticket, topics)));
        return shown;
    }

    /**
     * Creates the alarms that roll a service's deployment back.
     *
     * @param scope
     *            the service's own stack
     * @param platform
     *            where the service runs
     * @param service
     *            the service
     * @param level
     *            with {@link AlarmLevel#NONE} there is no guard
     * @return the alarms; a deployment names them, and has to wait for them
     */
    public static List<CfnAlarm> createGuards(Construct scope, MonitoredPlatform platform, MonitoredService service,
            AlarmLevel level) {
        if (level == AlarmLevel.NONE) {
            return List.of();
        }
        var alarms = new Alarms(scope, platform, level);
        return Guards.of(platform, service).map(guard -> alarms.metricAlarm(guard, List.of())).toList();
    }

    private DashboardAlarm add(Alert alert, AlarmTopics topics) {
        Severity severity = level.severityOf(alert.kind());
        if (alert.isComposite()) {
            composite(alert, topics.of(severity));
        } else {
            metricAlarm(alert, topics.of(severity));
        }
        return new DashboardAlarm(arn(alert.name(names)), severity == Severity.PAGE, Set.of(alert.dashboard()));
    }

    private CfnAlarm metricAlarm(Alert alert, List<String> topics) {
        var builder = alarm(alert.name(names), alert.watches().getFirst()).alarmDescription(description(alert))
                .tags(tags(alert.kind().id(), level.severityOf(alert.kind()).word()));
        return topics.isEmpty() ? builder.build() : builder.alarmActions(topics).okActions(topics).build();
    }

    private void composite(Alert alert, List<String> topics) {
        List<CfnAlarm> parts = alert.watches().stream().map(watch -> part(alert, watch)).toList();
        String rule = rule(parts.stream().map(CfnAlarm::getAlarmName), alert.all() ? " AND " : " OR ");
        var builder = CfnCompositeAlarm.Builder.create(scope, id(alert.name(names))).alarmName(alert.name(names))
                .alarmRule(rule).alarmDescription(description(alert)).alarmActions(topics).okActions(topics)
                .tags(tags(alert.kind().id(), level.severityOf(alert.kind()).word()));
        alert.suppressor().ifPresent(suppressor -> builder.actionsSuppressor(suppressor.alarm())
                .actionsSuppressorWaitPeriod(Suppressor.WAIT.toSeconds())
                .actionsSuppressorExtensionPeriod(suppressor.extension().toSeconds()));
        var alarm = builder.build();
        alarm.getNode().addDependency(parts.toArray(CfnAlarm[]::new));
        alert.suppressor()
                .ifPresent(suppressor -> alarm.getNode()
                        .addDependency(scope.getNode().findChild(id(suppressor.alarm()))));
    }

    private String arn(String alarm) {
        Stack stack = Stack.of(scope);
        return "arn:%s:cloudwatch:%s:%s:alarm:%s".formatted(stack.getPartition(), stack.getRegion(),
                stack.getAccount(), alarm);
    }

    private CfnAlarm part(Alert alert, Watch watch) {
        return alarm(alert.name(names) + '-' + watch.part(), watch)
                .alarmDescription("Part of " + alert.name(names) + ": " + watch.measure().label())
                .tags(tags(alert.kind().id(), PART)).build();
    }

    private CfnAlarm.Builder alarm(String name, Watch watch) {
        return MetricAlarms.of(scope, id(name), watch).alarmName(name);
    }

    /** In ALARM while any page is, or would be at another level. It tells nobody; tickets ask it. */
    private void pageStanding(List<Alert> pages) {
        var standing = CfnCompositeAlarm.Builder.create(scope, id(names.pageStanding()))
                .alarmName(names.pageStanding()).alarmRule(rule(pages.stream().map(page -> page.name(names)), " OR "))
                .alarmDescription("Somebody is being paged: tickets wait").tags(tags("page-standing", PART)).build();
        pages.forEach(page -> standing.getNode().addDependency(scope.getNode().findChild(id(page.name(names)))));
    }

    /** Links to the page and to the dashboard, in the words that whoever is paged reads first. */
    private String description(Alert alert) {
        return "%s. Runbook: %s Dashboard: %s".formatted(alert.meaning(),
                platform.links().runbook(alert.kind().id()), alert.dashboard());
    }

    private static String rule(Stream<String> alarms, String operator) {
        return alarms.map("ALARM(\"%s\")"::formatted).collect(Collectors.joining(operator));
    }

    private static List<CfnTag> tags(String kind, String severity) {
        return List.of(CfnTag.builder().key(KIND_TAG).value(kind).build(),
                CfnTag.builder().key(SEVERITY_TAG).value(severity).build());
    }

    /** Without the part that all names share: {@code EdgeErrorsServiceBServiceA}. */
    private String id(String name) {
        String own = name.substring(("highlands-" + platform.environment() + '-').length());
        return Stream.of(own.split("-")).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
