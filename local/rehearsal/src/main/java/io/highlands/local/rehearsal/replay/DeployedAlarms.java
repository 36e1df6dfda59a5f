// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Statistic;
import io.highlands.local.cloudwatch.alarms.AlarmDefinition;
import io.highlands.local.cloudwatch.alarms.AlarmQuery;
import io.highlands.local.cloudwatch.alarms.CompositeAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.Watched;
import io.highlands.local.provision.Deployed;
import io.highlands.local.template.Platform;
import io.highlands.local.template.ServiceSpec;

/**
 * The alarms of an environment, with AWS's periods, and what they look at.
 *
 * @param platform what the environment runs
 * @param alarms its alarms that can be told from a recording
 * @param untold the others: those on percentiles, and composites whose rule names them. A suppressor of them is left out
 * @param roles what its names stand for
 */
record DeployedAlarms(Platform platform, List<AlarmDefinition> alarms, List<AlarmDefinition> untold,
        DimensionRoles roles) {

    /** How many periods more than N an evaluation looks at, at most. */
    private static final int EXTRA = 2;

    /** Copies the lists. */
    DeployedAlarms {
        alarms = List.copyOf(alarms);
        untold = List.copyOf(untold);
    }

    /**
     * A series that an alarm asks for.
     *
     * @param metric its name by role
     * @param statistic which statistic of it
     */
    record Asked(MetricName metric, String statistic) {}

    /**
     * Reads an environment.
     *
     * @param assembly its cloud assembly; the folder's name is the environment's
     * @throws io.highlands.local.template.TemplateException in one line, when anything is wrong
     */
    static DeployedAlarms read(Path assembly) {
        Deployed deployed = Deployed.read(assembly, assembly.resolve("no-local-values.json"));
        return new DeployedAlarms(deployed.platform(), List.of(), List.of(), DimensionRoles.of(deployed.platform()))
                .with(deployed.declared().alarms());
    }

    /** {@return the same environment with other alarms} */
    DeployedAlarms with(List<AlarmDefinition> others) {
        Set<String> untold = new LinkedHashSet<>();
        others.stream().filter(alarm -> metrics(alarm).map(metric -> Statistic.parse(metric.statistic()))
                .anyMatch(statistic -> !Bucket.tells(statistic))).map(AlarmDefinition::name).forEach(untold::add);
        boolean grows = true;
        while (grows) {
            grows = untold.addAll(others.stream().filter(alarm -> alarm instanceof CompositeAlarmDefinition composite
                    && composite.rule().children().stream().anyMatch(untold::contains)).map(AlarmDefinition::name)
                    .toList());
        }
        return new DeployedAlarms(platform, others.stream().filter(alarm -> !untold.contains(alarm.name()))
                .map(alarm -> alarm instanceof CompositeAlarmDefinition composite
                        ? composite.withoutSuppressorOf(untold)
                        : alarm)
                .toList(), others.stream().filter(alarm -> untold.contains(alarm.name())).toList(), roles);
    }

    /** {@return the names of all services} */
    List<String> services() {
        return platform.services().stream().map(ServiceSpec::name).sorted().toList();
    }

    /** {@return what all names of alarms begin with} */
    String prefix() {
        return "highlands-" + platform.environment() + "-";
    }

    /** {@return the names without prefix of the alarms that cannot be told from a recording} */
    List<String> untoldNames() {
        return untold.stream().map(AlarmDefinition::name)
                .map(name -> name.startsWith(prefix()) ? name.substring(prefix().length()) : name).toList();
    }

    /** {@return the alarm, by its name without prefix} */
    Optional<AlarmDefinition> find(String alarm) {
        return alarms.stream().filter(one -> one.name().equals(prefix() + alarm)).findFirst();
    }

    /** {@return all that the alarms ask for} */
    Set<Asked> asked() {
        Set<Asked> asked = new LinkedHashSet<>();
        alarms.forEach(alarm -> metrics(alarm).forEach(
                metric -> asked.add(new Asked(roles.role(metric.metric()), metric.statistic()))));
        return asked;
    }

    /** {@return what an alarm and those that it is made of look at, by role} */
    Set<MetricName> watched(AlarmDefinition alarm) {
        Set<MetricName> watched = new LinkedHashSet<>();
        if (alarm instanceof CompositeAlarmDefinition composite) {
            alarms.stream().filter(child -> composite.rule().children().contains(child.name()))
                    .forEach(child -> watched.addAll(watched(child)));
        }
        metrics(alarm).forEach(metric -> watched.add(roles.role(metric.metric())));
        return watched;
    }

    private static Stream<Watched.Metric> metrics(AlarmDefinition alarm) {
        if (!(alarm instanceof MetricAlarmDefinition definition)) {
            return Stream.empty();
        }
        return switch (definition.watched()) {
            case Watched.Metric metric -> Stream.of(metric);
            case Watched.Math math -> math.queries().stream().map(AlarmQuery::metric).flatMap(Optional::stream);
        };
    }

    /** {@return how far back the alarm with the longest window looks} */
    Duration longestWindow() {
        return alarms.stream().filter(MetricAlarmDefinition.class::isInstance).map(MetricAlarmDefinition.class::cast)
                .map(alarm -> alarm.watched().period().multipliedBy(alarm.evaluationPeriods() + EXTRA))
                .max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
