// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.StateReason;
import io.highlands.local.cloudwatch.CloudWatchException;

/** The alarms by name, and what calls do to them. Used under the lock of {@link AlarmService}. */
final class Alarms {

    private final Map<String, AlarmEntry> entries = new TreeMap<>();
    private final AlarmOptions options;
    private final AlarmMetrics metrics;
    private final AlarmHistory history;
    private final AlarmMemory memory;
    private final AlarmStates states;

    Alarms(AlarmOptions options, AlarmMetrics metrics, AlarmHistory history, AlarmMemory memory) {
        this.options = options;
        this.metrics = metrics;
        this.history = history;
        this.memory = memory;
        this.states = new AlarmStates(entries, options, history, this::keep);
        restore();
    }

    private void restore() {
        Instant now = options.clock().instant();
        memory.alarms().forEach((name, json) -> {
            try {
                AlarmEntry entry = AlarmJson.readEntry(json, options::arn);
                entries.put(name, entry);
                ready(entry, now);
            } catch (RuntimeException e) {
                memory.unreadable(name);
                entries.remove(name);
            }
        });
        states.arrange(now);
    }

    /** Prepares an alarm to be evaluated. */
    private void ready(AlarmEntry entry, Instant now) {
        if (entry.declared() instanceof MetricAlarmDefinition metric) {
            entry.watch(MetricWatch.of(metric, metrics, options.timeScale()));
            entry.due(entry.watch().next(now));
        }
    }

    void put(AlarmDefinition alarm, Instant now) {
        AlarmEntry before = entries.get(alarm.name());
        if (before != null && AlarmType.of(before.declared()) != AlarmType.of(alarm)) {
            throw CloudWatchException.validation("There is already an alarm of the other type with the "
                    + "name '" + alarm.name() + "'");
        }
        if (alarm instanceof CompositeAlarmDefinition composite) {
            requireChildren(composite, entries.keySet());
        }
        AlarmEntry entry = new AlarmEntry(options.arn(alarm.name()), alarm, now);
        try {
            ready(entry, now);
        } catch (IllegalArgumentException e) {
            throw CloudWatchException.validation(e.getMessage());
        }
        if (before != null) {
            entry.restore(entry.actionsEnabled(), before.state(), before.reason(), before.stateUpdated(),
                    before.stateTransitioned(), before.heldBack());
        }
        entries.put(alarm.name(), entry);
        try {
            states.arrange(now);
        } catch (IllegalArgumentException circle) {
            if (before == null) {
                entries.remove(alarm.name());
            } else {
                entries.put(alarm.name(), before);
            }
            states.arrange(now);
            throw CloudWatchException.validation(circle.getMessage());
        }
        history.add(alarm, now, HistoryItem.Type.ConfigurationUpdate,
                "Alarm \"" + alarm.name() + "\" " + (before == null ? "created" : "updated"),
                AlarmJson.configuration(entry, before));
        keep(entry);
        states.declared(entry, before == null, now);
    }

    private static void requireChildren(CompositeAlarmDefinition composite, Set<String> known) {
        String missing = composite.dependsOn().stream().filter(name -> !known.contains(name)).sorted()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw CloudWatchException.validation("Could not save the composite alarm '" + composite.name()
                    + "' as alarms [" + missing + "] in the alarm rule do not exist");
        }
    }

    /** The alarms of API calls that no template replaces. */
    List<AlarmDefinition> besideTemplates(Collection<? extends AlarmDefinition> declared) {
        Set<String> names = declared.stream().map(AlarmDefinition::name).collect(Collectors.toSet());
        return entries.values().stream().map(AlarmEntry::declared)
                .filter(alarm -> alarm.origin() != Origin.TEMPLATE && !names.contains(alarm.name())).toList();
    }

    void provision(Collection<? extends AlarmDefinition> declared, Instant now) {
        Set<String> names = declared.stream().map(AlarmDefinition::name).collect(Collectors.toSet());
        for (AlarmDefinition alarm : states.childrenFirst(declared)) {
            AlarmEntry before = entries.get(alarm.name());
            if (before == null || !AlarmJson.same(before.declared(), alarm)) {
                if (before != null && AlarmType.of(before.declared()) != AlarmType.of(alarm)) {
                    remove(before, now);
                }
                put(alarm, now);
            }
        }
        List<AlarmEntry> gone = entries.values().stream()
                .filter(entry -> entry.declared().origin() == Origin.TEMPLATE && !names.contains(entry.name()))
                .toList();
        gone.forEach(entry -> remove(entry, now));
    }

    void delete(Collection<String> names, Instant now) {
        if (names.stream().noneMatch(entries::containsKey)) {
            names.forEach(this::required);
        }
        if (names.stream().distinct().map(entries::get).filter(
                entry -> entry != null && entry.declared() instanceof CompositeAlarmDefinition).count() > 1) {
            throw CloudWatchException.validation("DeleteAlarms takes at most one composite alarm");
        }
        for (AlarmEntry entry : entries.values()) {
            if (!names.contains(entry.name()) && entry.declared() instanceof CompositeAlarmDefinition composite) {
                composite.dependsOn().stream().filter(names::contains).findFirst().ifPresent(child -> {
                    throw CloudWatchException.validation("Could not delete alarm '" + child
                            + "': the composite alarm '" + composite.name() + "' depends on it");
                });
            }
        }
        List.copyOf(names).forEach(name -> Optional.ofNullable(entries.get(name))
                .ifPresent(entry -> remove(entry, now)));
    }

    private void remove(AlarmEntry entry, Instant now) {
        entries.remove(entry.name());
        memory.forget(entry.name());
        states.arrange(now);
        history.add(entry.declared(), now, HistoryItem.Type.ConfigurationUpdate,
                "Alarm \"" + entry.name() + "\" deleted", AlarmJson.deleted(entry));
    }

    void setState(String name, AlarmState state, StateReason reason, Instant now) {
        states.set(required(name), state, reason, now);
    }

    void switchActions(Collection<String> names, boolean on, Instant now) {
        names.stream().distinct().map(entries::get)
                .filter(entry -> entry != null && entry.actionsEnabled() != on).forEach(entry -> {
                    entry.actionsEnabled(on, now);
                    history.add(entry.declared(), now, HistoryItem.Type.ConfigurationUpdate,
                            "Alarm \"" + entry.name() + "\" updated", AlarmJson.configuration(entry, entry));
                    keep(entry);
                });
    }

    void evaluate(Instant now) {
        states.evaluate(now);
    }

    Optional<AlarmView> find(String name) {
        return Optional.ofNullable(entries.get(name)).map(AlarmEntry::view);
    }

    List<AlarmView> describe(AlarmFilter filter) {
        filter.childrenOf().ifPresent(this::required);
        filter.parentsOf().ifPresent(this::required);
        return entries.values().stream().filter(entry -> fits(entry, filter)).map(AlarmEntry::view).toList();
    }

    private boolean fits(AlarmEntry entry, AlarmFilter filter) {
        AlarmActions actions = entry.declared().actions();
        return (filter.names().isEmpty() || filter.names().contains(entry.name()))
                && filter.prefix().map(entry.name()::startsWith).orElse(true)
                && (filter.types().isEmpty() || filter.types().contains(AlarmType.of(entry.declared())))
                && filter.state().map(entry.state()::equals).orElse(true)
                && filter.actionPrefix().map(actions::anyStartsWith).orElse(true)
                && filter.childrenOf().map(parent -> dependsOn(entries.get(parent), entry.name())).orElse(true)
                && filter.parentsOf().map(child -> dependsOn(entry, child)).orElse(true);
    }

    private static boolean dependsOn(AlarmEntry parent, String child) {
        return parent.declared() instanceof CompositeAlarmDefinition composite
                && composite.rule().children().contains(child);
    }

    private AlarmEntry required(String name) {
        AlarmEntry entry = entries.get(name);
        if (entry == null) {
            throw CloudWatchException.notFound("No alarm has the name '" + name + "'");
        }
        return entry;
    }

    private void keep(AlarmEntry entry) {
        memory.keep(entry.name(), AlarmJson.writeEntry(entry));
    }
}
