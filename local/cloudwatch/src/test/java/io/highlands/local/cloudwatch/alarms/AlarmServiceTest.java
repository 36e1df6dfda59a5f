// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.highlands.cloudwatch.model.alarm.ActionSuppression;
import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.cloudwatch.CloudWatchException;

import static io.highlands.local.cloudwatch.alarms.AlarmKit.TOPIC;
import static io.highlands.local.cloudwatch.alarms.AlarmKit.alarm;
import static io.highlands.local.cloudwatch.alarms.AlarmKit.composite;
import static io.highlands.local.cloudwatch.alarms.AlarmKit.state;
import static io.highlands.local.cloudwatch.alarms.AlarmKit.summaries;
import static io.highlands.local.cloudwatch.alarms.AlarmKit.suppressed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AlarmServiceTest {

    private static final Duration PERIOD = Duration.ofSeconds(75);

    private final AlarmKit kit = new AlarmKit();
    private final AlarmService service = kit.service(6);

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void whatIsNotAsItWasWrittenCostsItselfOnly() {
        service.putMetricAlarm(alarm("errors"));
        kit.pass(service, PERIOD);
        int entries = service.history(HistoryFilter.ALL).size();
        kit.memory().keep("broken", "{");
        kit.memory().happened(kit.now(), "{");

        try (AlarmService later = kit.service(6)) {
            assertThat(later.describe(AlarmFilter.ALL)).extracting(AlarmView::name).containsExactly("errors");
            assertThat(later.history(HistoryFilter.ALL)).hasSize(entries);
        }
    }

    @Test
    void aNewAlarmHasInsufficientDataUntilItsFirstEvaluation() {
        service.putMetricAlarm(alarm("errors"));
        AlarmView view = service.find("errors").orElseThrow();
        assertThat(view.state()).isEqualTo(AlarmState.INSUFFICIENT_DATA);
        assertThat(view.stateReason()).isEqualTo("Unchecked: Initial alarm creation");
        assertThat(view.arn()).isEqualTo("arn:aws:cloudwatch:eu-west-1:000000000000:alarm:errors");
        kit.pass(service, PERIOD);
        assertThat(state(service, "errors")).isEqualTo(AlarmState.OK);
    }

    @Test
    void anAlarmFiresTakesItsActionsAndRecovers() {
        service.putMetricAlarm(alarm("errors"));
        kit.pass(service, PERIOD);
        kit.put(AlarmKit.ERRORS, 9);
        kit.pass(service, PERIOD);
        assertThat(state(service, "errors")).isEqualTo(AlarmState.ALARM);
        kit.pass(service, Duration.ofMinutes(4));
        assertThat(state(service, "errors")).isEqualTo(AlarmState.OK);
        assertThat(summaries(service, "errors")).containsExactly("Alarm \"errors\" created",
                "Alarm updated from INSUFFICIENT_DATA to OK", "Alarm updated from OK to ALARM",
                "Successfully executed action " + TOPIC, "Alarm updated from ALARM to OK");
    }

    @Test
    void historyTellsOldAndNewStateAsJson() {
        service.putMetricAlarm(alarm("errors"));
        kit.pass(service, PERIOD);
        HistoryItem change = service.history(HistoryFilter.of("errors")).getFirst();
        assertThat(change.type()).isEqualTo(HistoryItem.Type.StateUpdate);
        assertThat(change.data()).contains("\"oldState\":{\"stateValue\":\"INSUFFICIENT_DATA\"")
                .contains("\"newState\":{\"stateValue\":\"OK\"").contains("\"stateReasonData\":{\"version\":\"1.0\"");
    }

    @Test
    void aTemplatesAlarmIsEvaluatedAsOftenAsItsDividedPeriodSays() {
        service.putMetricAlarm(alarm("scaled", Origin.TEMPLATE, 10, 1));
        kit.pass(service, Duration.ofSeconds(13));
        assertThat(state(service, "scaled")).isEqualTo(AlarmState.OK);
        kit.put(AlarmKit.ERRORS, 9);
        kit.pass(service, Duration.ofSeconds(10));
        assertThat(state(service, "scaled")).isEqualTo(AlarmState.ALARM);
    }

    @Test
    void apiAlarmsAreNeverScaled() {
        service.putMetricAlarm(alarm("real"));
        kit.pass(service, Duration.ofSeconds(50));
        assertThat(state(service, "real")).isEqualTo(AlarmState.INSUFFICIENT_DATA);
    }

    @Test
    void compositesFollowTheirChildren() {
        service.putMetricAlarm(alarm("errors"));
        service.putComposite(composite("page", "ALARM(errors)"));
        assertThat(service.find("page").orElseThrow().stateReason()).endsWith(
                "alarm:page was created and its alarm rule evaluates to OK");
        kit.pass(service, PERIOD);
        kit.put(AlarmKit.ERRORS, 9);
        kit.pass(service, PERIOD);
        assertThat(state(service, "page")).isEqualTo(AlarmState.ALARM);
        assertThat(service.find("page").orElseThrow().stateReason()).contains("alarm:errors transitioned to ALARM at");
    }

    @Test
    void aSuppressorHoldsActionsBackAndTheyAreTakenWhenItIsGone() {
        service.putMetricAlarm(alarm("errors"));
        service.putMetricAlarm(alarm("outage"));
        service.putComposite(suppressed("ticket", "ALARM(errors)", "outage", 10, 10));
        service.setState("outage", AlarmState.ALARM, "test", "");
        service.setState("errors", AlarmState.ALARM, "test", "");
        kit.pass(service, Duration.ofSeconds(30));
        AlarmView ticket = service.find("ticket").orElseThrow();
        assertThat(ticket.state()).isEqualTo(AlarmState.ALARM);
        assertThat(ticket.suppressedBy()).contains(ActionSuppression.By.Alarm);
        assertThat(ticket.suppressedReason()).isEqualTo("Actions suppressed by Alarm");
        assertThat(summaries(service, "ticket")).noneMatch(summary -> summary.contains("action"));
        service.setState("outage", AlarmState.OK, "test", "");
        kit.pass(service, Duration.ofSeconds(12));
        assertThat(summaries(service, "ticket")).last().isEqualTo("Successfully executed action " + TOPIC);
    }

    @Test
    void statesAndHistorySurviveARestart() {
        service.putMetricAlarm(alarm("errors"));
        service.putComposite(composite("page", "ALARM(errors)"));
        service.setState("errors", AlarmState.ALARM, "test", "");
        service.disableActions(List.of("page"));
        service.close();
        try (AlarmService next = kit.service(6)) {
            assertThat(state(next, "errors")).isEqualTo(AlarmState.ALARM);
            assertThat(state(next, "page")).isEqualTo(AlarmState.ALARM);
            assertThat(next.find("page").orElseThrow().definition().actions().enabled()).isFalse();
            assertThat(summaries(next, "page")).contains("Alarm updated from OK to ALARM");
        }
    }

    @Test
    void provisioningAddsChangesAndRemovesAndLeavesTheRestAlone() {
        service.putMetricAlarm(alarm("mine"));
        service.provision(List.of(alarm("one", Origin.TEMPLATE, 10, 1), alarm("two", Origin.TEMPLATE, 10, 1)));
        service.setState("one", AlarmState.ALARM, "test", "");
        service.provision(List.of(alarm("one", Origin.TEMPLATE, 10, 1), alarm("three", Origin.TEMPLATE, 10, 2)));
        assertThat(service.describe(AlarmFilter.ALL)).extracting(AlarmView::name).containsExactly("mine", "one",
                "three");
        assertThat(state(service, "one")).isEqualTo(AlarmState.ALARM);
        assertThat(summaries(service, "one")).containsOnlyOnce("Alarm \"one\" created");
        assertThat(summaries(service, "two")).last().isEqualTo("Alarm \"two\" deleted");
    }

    @Test
    void disabledActionsAreNotTakenButTheStateChanges() {
        service.putMetricAlarm(alarm("errors"));
        service.disableActions(List.of("errors", "unknown"));
        service.setState("errors", AlarmState.ALARM, "test", "");
        assertThat(state(service, "errors")).isEqualTo(AlarmState.ALARM);
        assertThat(summaries(service, "errors")).noneMatch(summary -> summary.contains("action"));
    }

    @Test
    void aStateThatWasSetLastsUntilTheNextEvaluation() {
        service.putMetricAlarm(alarm("errors"));
        service.setState("errors", AlarmState.ALARM, "a drill", "{\"by\":\"me\"}");
        assertThat(service.find("errors").orElseThrow().stateReason()).isEqualTo("a drill");
        kit.pass(service, PERIOD);
        assertThat(state(service, "errors")).isEqualTo(AlarmState.OK);
        assertThatThrownBy(() -> service.setState("errors", AlarmState.OK, "", "{"))
                .hasMessage("StateReasonData is not valid JSON");
    }

    @Test
    void filtersOfDescribeAlarmsNarrowTheChoice() {
        service.putMetricAlarm(alarm("errors"));
        service.putComposite(composite("page", "ALARM(errors)"));
        assertThat(service.describe(new AlarmFilter(Set.of(), Optional.of("e"), Set.of(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty()))).extracting(AlarmView::name)
                .containsExactly("errors");
        assertThat(service.describe(new AlarmFilter(Set.of(), Optional.empty(), Set.of(AlarmType.CompositeAlarm),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("errors"))))
                .extracting(AlarmView::name).containsExactly("page");
        assertThat(service.forMetric(AlarmKit.ERRORS, Optional.of("Sum"), Optional.of(60), Optional.empty()))
                .extracting(AlarmView::name).containsExactly("errors");
        assertThat(service.forMetric(AlarmKit.ERRORS, Optional.of("p99"), Optional.empty(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void whatAwsRefusesIsRefusedHere() {
        assertThatThrownBy(() -> service.putMetricAlarm(alarm("odd", Origin.API, 50, 1)))
                .isInstanceOf(CloudWatchException.class)
                .hasMessage("Period must be 10, 20, 30 or a multiple of 60, not 50");
        assertThatThrownBy(() -> service.putComposite(composite("page", "ALARM(nobody)")))
                .hasMessageContaining("alarms [nobody] in the alarm rule do not exist");
        service.putMetricAlarm(alarm("errors"));
        service.putComposite(composite("page", "ALARM(errors)"));
        assertThatThrownBy(() -> service.delete(List.of("errors"))).hasMessageContaining("depends on it");
        assertThatThrownBy(() -> service.delete(List.of("nobody")))
                .hasMessage("No alarm has the name 'nobody'");
        assertThatThrownBy(() -> service.putComposite(composite("errors", "TRUE")))
                .hasMessageContaining("other type");
    }

    /** API_DeleteAlarms: "If you specify any incorrect alarm names, the alarms you specify with correct names are still deleted." */
    @Test
    void unknownNamesDoNotKeepTheOthersFromBeingDeleted() {
        service.putMetricAlarm(alarm("errors"));
        service.delete(List.of("nobody", "errors"));
        assertThat(service.find("errors")).isEmpty();
    }

    /** API_DeleteAlarms: "you can't delete two composite alarms with one operation". */
    @Test
    void twoCompositesAreNotDeletedInOneCall() {
        service.putComposite(composite("one", "FALSE"));
        service.putComposite(composite("two", "FALSE"));
        service.putMetricAlarm(alarm("errors"));
        assertThatThrownBy(() -> service.delete(List.of("one", "errors", "two")))
                .isInstanceOf(CloudWatchException.class).hasMessage("DeleteAlarms takes at most one composite alarm");
        assertThat(service.describe(AlarmFilter.ALL)).hasSize(3);
        service.delete(List.of("one", "errors"));
        assertThat(service.describe(AlarmFilter.ALL)).extracting(AlarmView::name).containsExactly("two");
    }

    @Test
    void circlesOfCompositesAreRefused() {
        service.putComposite(composite("one", "FALSE"));
        service.putComposite(composite("two", "ALARM(one)"));
        assertThatThrownBy(() -> service.putComposite(composite("one", "ALARM(two)")))
                .hasMessageContaining("depend on each other in a circle");
        assertThat(state(service, "one")).isEqualTo(AlarmState.OK);
    }
}
