// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.util.List;
import java.util.regex.Pattern;

import io.highlands.dashboards.cloudwatch.alarm.AlarmLevel;
import io.highlands.dashboards.cloudwatch.alarm.Severity;
import io.highlands.infra.yaml.Section;

/**
 * Whom alarms tell, by severity. Where no topic is named, the environment makes its own, which whoever wants to know
 * subscribes to.
 *
 * @param page
 *            ARNs of SNS topics that wake someone; default none
 * @param ticket
 *            ARNs of SNS topics that are read in working hours; default none
 * @param email
 *            addresses that are subscribed to the topics that the environment makes; each has to confirm what SNS sends
 *            it. Default none
 */
public record NotifySettings(List<String> page, List<String> ticket, List<String> email) {

    private static final Pattern TOPIC = Arn.of("sns", "[A-Za-z0-9_-]+");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final String ALLOWED = "arn:aws:sns:REGION:ACCOUNT:TOPIC";

    static NotifySettings read(Section section) {
        var settings = new NotifySettings(section.texts("page", TOPIC, ALLOWED),
                section.texts("ticket", TOPIC, ALLOWED), section.texts("email", ADDRESS, "an e-mail address"));
        section.done();
        return settings;
    }

    /** Severities that alarms of that level have and no topic is named for: the environment makes a topic of each. */
    public List<Severity> ownTopics(AlarmLevel level) {
        List<Severity> told = switch (level) {
            case FULL -> List.of(Severity.PAGE, Severity.TICKET);
            case TICKETS -> List.of(Severity.TICKET);
            case NONE -> List.of();
        };
        return told.stream().filter(severity -> named(severity).isEmpty()).toList();
    }

    private List<String> named(Severity severity) {
        return severity == Severity.PAGE ? page : ticket;
    }
}
