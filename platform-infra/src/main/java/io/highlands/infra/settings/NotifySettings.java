// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Whom alarms tell, by severity. Where no topic is named, the environment makes its own, which whoever wants to know
 * subscribes to.
 *
 * @param page
 *            ARNs of SNS topics that wake someone; default none
 * @param ticket
 *            ARNs of SNS topics that are read in working hours; default none
 */
public record NotifySettings(List<String> page, List<String> ticket) {

    private static final Pattern TOPIC = Arn.of("sns", "[A-Za-z0-9_-]+");
    private static final String ALLOWED = "arn:aws:sns:REGION:ACCOUNT:TOPIC";

    static NotifySettings read(Section section) {
        var settings = new NotifySettings(section.texts("page", TOPIC, ALLOWED),
                section.texts("ticket", TOPIC, ALLOWED));
        section.done();
        return settings;
    }
}
