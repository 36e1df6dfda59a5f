// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.cloudwatch.alarms.AlarmFilter;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.control.message.IncidentReport;
import io.highlands.local.html.Content;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;
import io.highlands.local.incident.AlarmSeverity;
import io.highlands.local.incident.Incidents;

/** The line above every page while an alarm of page severity is in ALARM: it leads to the incident of that alarm. */
public final class IncidentNotice {

    private final AlarmService alarms;
    private final Incidents incidents;

    /**
     * Watches alarms.
     *
     * @param alarms the alarms
     * @param incidents says when an alarm's incident begins
     */
    public IncidentNotice(AlarmService alarms, Incidents incidents) {
        this.alarms = alarms;
        this.incidents = incidents;
    }

    /**
     * {@return the line; nothing while no alarm of page severity is in ALARM}
     *
     * @param now what time it is
     */
    public Content line(Instant now) {
        List<AlarmView> firing = alarms.describe(AlarmFilter.ALL).stream()
                .filter(alarm -> alarm.state() == AlarmState.ALARM)
                .filter(alarm -> AlarmSeverity.of(alarm).filter(AlarmSeverity.PAGE::equals).isPresent())
                .sorted(Comparator.comparing(AlarmView::stateTransitioned).thenComparing(AlarmView::name)).toList();
        if (firing.isEmpty()) {
            return Content.none();
        }
        AlarmView first = firing.getFirst();
        String others = firing.size() == 1 ? "" : " and " + (firing.size() - 1) + " more of page severity";
        return Html.el("p", Html.badge("alarm", "page"),
                Content.text(
                        " " + first.name() + " is in ALARM since " + Figures.moment(first.stateTransitioned(), now)
                                + " UTC" + others + ". "),
                Html.link("/incident?" + range(first, now), "Open the incident").attr("id", "open-incident"));
    }

    /** From what the alarm looked at until now; of one that is in ALARM for long its beginning. */
    private String range(AlarmView alarm, Instant now) {
        Instant from = incidents.begin(alarm.stateTransitioned()).truncatedTo(ChronoUnit.SECONDS);
        boolean isLong = Duration.between(from, now).compareTo(IncidentReport.LONGEST) > 0;
        return isLong ? new TimeRange("", from, from.plus(IncidentReport.LONGEST)).query() : TimeRange.since(from);
    }
}
