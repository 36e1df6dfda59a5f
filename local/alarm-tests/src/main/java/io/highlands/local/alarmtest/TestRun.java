// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.alarmtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.Timeline;
import io.highlands.cloudwatch.model.alarm.Transition;
import io.highlands.local.cloudwatch.alarms.AlarmDefinition;
import io.highlands.local.cloudwatch.alarms.CompositeAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.RecordedAlarms;

/** One run of a test: the alarms are created at its beginning and evaluated in virtual time on AWS's schedule. */
final class TestRun {

    private final BoundTest bound;
    private final Timeline timeline;

    private TestRun(BoundTest bound, Timeline timeline) {
        this.bound = bound;
        this.timeline = timeline;
    }

    static TestResult of(BoundTest bound) {
        AlarmTest test = bound.test();
        TestRun run = new TestRun(bound, replayed(bound));
        List<String> failures = new ArrayList<>();
        for (ExpectedState expected : test.expected()) {
            run.wrongState(expected).ifPresent(failures::add);
            run.wrongAction(expected).ifPresent(failures::add);
        }
        return new TestResult(test.name(), test.line(), failures);
    }

    /** Composites in a circle, and statistics that are none, are found when the alarms are created, as CloudWatch does. */
    private static Timeline replayed(BoundTest bound) {
        try {
            return RecordedAlarms.replay(bound.alarms().values(), bound.metrics())
                    .between(bound.test().start(), bound.test().end());
        } catch (IllegalArgumentException e) {
            throw new AlarmTestException("the test " + bound.test().name() + ": " + e.getMessage());
        }
    }

    private Optional<String> wrongState(ExpectedState expected) {
        AlarmDefinition alarm = bound.alarm(expected);
        Instant at = at(expected);
        Optional<Transition> last = last(alarm.name(), at);
        AlarmState found = last.map(Transition::to).orElse(AlarmState.INSUFFICIENT_DATA);
        return expected.state().filter(state -> state != found)
                .map(state -> line(expected, "expected " + state + ", found " + found
                        + last.map(change -> " since " + since(change)).orElse(" from the beginning") + ": "
                        + why(alarm, at)));
    }

    private Optional<String> wrongAction(ExpectedState expected) {
        AlarmDefinition alarm = bound.alarm(expected);
        Optional<Timeline.Action> first = timeline.actions().stream()
                .filter(action -> action.alarm().equals(alarm.name()) && action.state() == AlarmState.ALARM
                        && !action.at().isAfter(at(expected)))
                .findFirst();
        return expected.notified().filter(wanted -> wanted != first.isPresent()).map(wanted -> line(expected,
                first.map(action -> "expected that nobody is notified, found the actions of ALARM at "
                        + PromDuration.text(Duration.between(bound.test().start(), action.at())))
                        .orElse("expected that somebody is notified, found no action of ALARM")
                        + ": " + why(alarm, at(expected))));
    }

    private String line(ExpectedState expected, String message) {
        return expected.place().place() + ": " + bound.alarm(expected).name() + " at "
                + PromDuration.text(expected.after()) + ": " + message;
    }

    private Instant at(ExpectedState expected) {
        return bound.test().start().plus(expected.after());
    }

    private String since(Transition change) {
        return PromDuration.text(Duration.between(bound.test().start(), change.at()));
    }

    private Optional<Transition> last(String alarm, Instant at) {
        return timeline.of(alarm).stream().filter(change -> !change.at().isAfter(at))
                .reduce((first, second) -> second);
    }

    private AlarmState state(String alarm, Instant at) {
        return last(alarm, at).map(Transition::to).orElse(AlarmState.INSUFFICIENT_DATA);
    }

    /** What the data were at a moment; of a composite alarm, how the alarms of its rule were. */
    private String why(AlarmDefinition alarm, Instant at) {
        return switch (alarm) {
            case MetricAlarmDefinition metric -> RecordedAlarms
                    .evaluation(metric, bound.metrics(), state(metric.name(), at), at).reason()
                    .or(() -> last(metric.name(), at).map(Transition::reason)).map(reason -> reason.text())
                    .orElse("the data decide nothing");
            case CompositeAlarmDefinition composite -> composite.dependsOn().stream().sorted()
                    .map(child -> child + " is " + state(child, at) + " ("
                            + why(bound.alarms().get(child), at) + ")")
                    .collect(Collectors.joining("; "));
        };
    }
}
