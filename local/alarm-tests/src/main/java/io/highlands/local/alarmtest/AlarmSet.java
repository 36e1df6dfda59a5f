// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.alarmtest;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.cloudwatch.alarms.AlarmDefinition;
import io.highlands.local.cloudwatch.alarms.AlarmQuery;
import io.highlands.local.cloudwatch.alarms.CompositeAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.Watched;
import io.highlands.local.provision.AlarmTemplates;
import io.highlands.local.provision.Deployed;
import io.highlands.local.rehearsal.replay.DimensionRoles;

/** The alarms of an environment or of templates, with AWS's periods. */
final class AlarmSet {

    private final String prefix;
    private final Map<String, AlarmDefinition> alarms = new LinkedHashMap<>();
    private final UnaryOperator<MetricName> byName;
    private final UnaryOperator<MetricName> byRole;

    private AlarmSet(String prefix, UnaryOperator<MetricName> byName, UnaryOperator<MetricName> byRole) {
        this.prefix = prefix;
        this.byName = byName;
        this.byRole = byRole;
    }

    /** The alarms of an environment. The last name of the assembly's folder is the environment's. */
    static AlarmSet ofEnvironment(Path assembly) {
        Deployed deployed = Deployed.read(assembly, assembly.resolve("no-local-values.json"));
        DimensionRoles roles = DimensionRoles.of(deployed.platform());
        AlarmSet set = new AlarmSet("highlands-" + deployed.platform().environment() + "-", roles::name, roles::role);
        deployed.declared().alarms().forEach(alarm -> set.alarms.put(alarm.name(), alarm));
        return set;
    }

    static AlarmSet ofTemplates(Collection<Path> templates) {
        AlarmSet set = new AlarmSet("", UnaryOperator.identity(), UnaryOperator.identity());
        for (Path template : templates) {
            for (AlarmDefinition alarm : AlarmTemplates.read(template)) {
                if (set.alarms.put(alarm.name(), alarm) != null) {
                    throw new AlarmTestException(template + ": the alarm " + alarm.name()
                            + " is in another template too; allowed: one alarm of a name");
                }
            }
        }
        return set;
    }

    /** An alarm by its name, or by its name without what all names of the environment begin with. */
    Optional<AlarmDefinition> find(String name) {
        return Stream.of(name, prefix + name).map(alarms::get).filter(alarm -> alarm != null).findFirst();
    }

    /** {@return what names of alarms may be called here} */
    List<String> names() {
        return alarms.keySet().stream().map(name -> name.substring(name.startsWith(prefix) ? prefix.length() : 0))
                .sorted().toList();
    }

    /** An alarm and all that it depends on, each before those that it needs. */
    Map<String, AlarmDefinition> needed(Collection<AlarmDefinition> wanted) {
        Map<String, AlarmDefinition> needed = new LinkedHashMap<>();
        Deque<AlarmDefinition> open = new ArrayDeque<>(wanted);
        while (!open.isEmpty()) {
            AlarmDefinition alarm = open.pop();
            if (needed.putIfAbsent(alarm.name(), alarm) == null
                    && alarm instanceof CompositeAlarmDefinition composite) {
                for (String child : composite.dependsOn()) {
                    if (!alarms.containsKey(child)) {
                        throw new AlarmTestException("the composite alarm " + alarm.name() + " needs the alarm " + child
                                + ", which is in no template; allowed: alarms of the templates that are tested");
                    }
                    open.push(alarms.get(child));
                }
            }
        }
        return needed;
    }

    /** {@return the metric as the templates call it} */
    MetricName named(MetricName metric) {
        return byName.apply(metric);
    }

    /** {@return all that the alarms watch, as a test file may call it} */
    Set<MetricName> watchedByRole() {
        Set<MetricName> watched = new LinkedHashSet<>();
        alarms.values().forEach(alarm -> metrics(alarm).forEach(metric -> watched.add(byRole.apply(metric))));
        return watched;
    }

    /** {@return whether any alarm watches the metric} */
    boolean isWatched(MetricName metric) {
        return alarms.values().stream().flatMap(AlarmSet::metrics).anyMatch(metric::equals);
    }

    private static Stream<MetricName> metrics(AlarmDefinition alarm) {
        if (!(alarm instanceof MetricAlarmDefinition definition)) {
            return Stream.empty();
        }
        return switch (definition.watched()) {
            case Watched.Metric metric -> Stream.of(metric.metric());
            case Watched.Math math -> math.queries().stream().map(AlarmQuery::metric).flatMap(Optional::stream)
                    .map(Watched.Metric::metric);
        };
    }
}
