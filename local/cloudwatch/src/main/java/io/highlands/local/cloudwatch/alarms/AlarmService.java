// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.StateReason;
import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.cloudwatch.CloudWatchException;

/**
 * All alarms of the machine: declared by templates and by API calls, evaluated as time passes, remembered over restarts.
 * Its methods may be called by any thread.
 */
public final class AlarmService implements AutoCloseable {

    /** How often it is looked whether an evaluation is due. */
    private static final long TICK_MILLIS = 250;

    private final Alarms alarms;
    private final AlarmOptions options;
    private final AlarmHistory history;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("alarms").factory());

    /**
     * Takes up the alarms that were known when it was last closed; nothing is evaluated before {@link #start}.
     *
     * @param options where alarms live and how their time passes
     * @param metrics where they find their data
     * @param memory where definitions, states and history are kept
     */
    public AlarmService(AlarmOptions options, AlarmMetrics metrics, AlarmMemory memory) {
        this.options = options;
        this.history = new AlarmHistory(memory);
        this.alarms = new Alarms(options, metrics, history, memory);
    }

    /**
     * Begins to evaluate alarms, each on its schedule.
     *
     * @param after how long from now: time for the first data to come, because to an alarm that takes missing data for a
     *        fault a machine that has just been started is one great fault
     */
    public void start(Duration after) {
        thread.scheduleWithFixedDelay(this::tick, after.toMillis(), TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Evaluates what is due by the clock. */
    void tick() {
        synchronized (alarms) {
            alarms.evaluate(options.clock().instant());
        }
    }

    /**
     * PutMetricAlarm: creates an alarm or replaces it; its state stays.
     *
     * @param alarm the alarm
     * @throws CloudWatchException when AWS would refuse it
     */
    public void putMetricAlarm(MetricAlarmDefinition alarm) {
        AlarmRules.check(alarm);
        put(alarm);
    }

    /**
     * PutCompositeAlarm: creates an alarm or replaces it, and evaluates its rule.
     *
     * @param alarm the alarm
     * @throws CloudWatchException when AWS would refuse it, or when its rule names an alarm that is not there
     */
    public void putComposite(CompositeAlarmDefinition alarm) {
        AlarmRules.check(alarm);
        put(alarm);
    }

    private void put(AlarmDefinition alarm) {
        synchronized (alarms) {
            alarms.put(alarm, options.clock().instant());
        }
    }

    /**
     * Checks the templates' alarms against each other and those of API calls, and changes nothing.
     *
     * @param declared the templates' alarms, in any order
     * @return the first that {@link #provision} would refuse
     */
    public Optional<RefusedAlarm> refused(Collection<? extends AlarmDefinition> declared) {
        synchronized (alarms) {
            return DeclaredAlarms.refused(declared, alarms.besideTemplates(declared));
        }
    }

    /**
     * Takes over what the templates declare: alarms are added and changed, those that the templates no longer have are
     * deleted, and those that did not change keep all they have. Alarms of API calls are left alone.
     *
     * @param declared the templates' alarms, in any order
     * @throws CloudWatchException when a composite alarm names an alarm that is not there
     */
    public void provision(Collection<? extends AlarmDefinition> declared) {
        synchronized (alarms) {
            alarms.provision(declared, options.clock().instant());
        }
    }

    /**
     * DeleteAlarms. Names that are not there are overlooked as long as one is.
     *
     * @param names AlarmNames, at most one of which is a composite alarm
     * @throws CloudWatchException when none is there, two are composite, or a composite alarm that stays depends on one;
     *         then none is deleted
     */
    public void delete(Collection<String> names) {
        synchronized (alarms) {
            alarms.delete(names, options.clock().instant());
        }
    }

    /**
     * SetAlarmState: sets a state until the next evaluation, and takes the actions of it when it is another one.
     *
     * @param name AlarmName
     * @param state StateValue
     * @param reason StateReason
     * @param data StateReasonData, JSON or empty
     * @throws CloudWatchException when there is no such alarm, or the reason is too long or no JSON
     */
    public void setState(String name, AlarmState state, String reason, String data) {
        AlarmRules.checkState(reason, data);
        synchronized (alarms) {
            alarms.setState(name, state, new StateReason(reason, data), options.clock().instant());
        }
    }

    /**
     * EnableAlarmActions. Names that are not there are overlooked, as in AWS.
     *
     * @param names AlarmNames
     */
    public void enableActions(Collection<String> names) {
        switchActions(names, true);
    }

    /**
     * DisableAlarmActions. Names that are not there are overlooked, as in AWS.
     *
     * @param names AlarmNames
     */
    public void disableActions(Collection<String> names) {
        switchActions(names, false);
    }

    private void switchActions(Collection<String> names, boolean on) {
        synchronized (alarms) {
            alarms.switchActions(names, on, options.clock().instant());
        }
    }

    /**
     * DescribeAlarms.
     *
     * @param filter which alarms
     * @return all that fit, sorted by name
     * @throws CloudWatchException when ChildrenOfAlarmName or ParentsOfAlarmName is no alarm
     */
    public List<AlarmView> describe(AlarmFilter filter) {
        synchronized (alarms) {
            return alarms.describe(filter);
        }
    }

    /**
     * {@return one alarm; empty when there is none of that name}
     *
     * @param name AlarmName
     */
    public Optional<AlarmView> find(String name) {
        synchronized (alarms) {
            return alarms.find(name);
        }
    }

    /**
     * DescribeAlarmsForMetric: metric alarms that watch exactly this metric, not those that use it in an expression.
     *
     * @param metric Namespace, MetricName and Dimensions
     * @param statistic Statistic or ExtendedStatistic, if it matters
     * @param periodSeconds Period, if it matters
     * @param unit Unit, if it matters
     * @return all that fit, sorted by name
     */
    public List<AlarmView> forMetric(MetricName metric, Optional<String> statistic, Optional<Integer> periodSeconds,
            Optional<String> unit) {
        return describe(AlarmFilter.ALL).stream().filter(view -> watches(view, metric, statistic, periodSeconds, unit))
                .toList();
    }

    private static boolean watches(AlarmView view, MetricName metric, Optional<String> statistic,
            Optional<Integer> periodSeconds, Optional<String> unit) {
        return view.definition() instanceof MetricAlarmDefinition alarm
                && alarm.watched() instanceof Watched.Metric watched
                && watched.metric().equals(metric)
                && statistic.map(watched.statistic()::equals).orElse(true)
                && periodSeconds.map(seconds -> watched.period().toSeconds() == seconds).orElse(true)
                && (unit.isEmpty() || unit.equals(watched.unit()));
    }

    /**
     * DescribeAlarmHistory. Entries are kept for 30 days, as in AWS, and after their alarm was deleted, too.
     *
     * @param filter which entries
     * @return all that fit, at most the latest 10,000
     */
    public List<HistoryItem> history(HistoryFilter filter) {
        return history.find(filter);
    }

    /** Stops evaluating. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
