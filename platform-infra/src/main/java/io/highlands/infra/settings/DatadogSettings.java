// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.time.Duration;
import java.util.regex.Pattern;

import io.highlands.dashboards.datadog.Notifications;
import io.highlands.infra.yaml.Section;

/**
 * Whether Datadog gets a dashboard, monitors and logs of the environment, by a stack of its own. The first two need
 * Datadog's types in CloudFormation's registry and AWS's metrics in Datadog (see dashboards/datadog); logs need the API
 * key of {@link TracingSettings#apiKeySecret()}.
 *
 * @param enabled
 *            whether there is the stack; default false
 * @param dashboards
 *            whether it holds the dashboard; default true
 * @param monitors
 *            whether it holds the monitors; default true
 * @param logs
 *            whether it sends the services' and the mesh's logs to Datadog; CloudWatch Logs keeps them too; default true
 * @param notifications
 *            whom monitors tell (keys {@code page} and {@code ticket}, Datadog's handles; default none), and
 *            how late they look (key {@code evaluationDelay}; default 15m)
 */
public record DatadogSettings(boolean enabled, boolean dashboards, boolean monitors, boolean logs,
        Notifications notifications) {

    private static final Pattern HANDLE = Pattern.compile("@[A-Za-z0-9][A-Za-z0-9._+@-]{0,127}");
    private static final String ALLOWED = "a handle of Datadog, in quotes, such as '@pagerduty-oncall'";

    static DatadogSettings read(Section section) {
        Duration delay = section.duration("evaluationDelay", Duration.ofMinutes(1), Duration.ofHours(1))
                .orElse(Notifications.DEFAULTS.evaluationDelay());
        var settings = new DatadogSettings(section.flag("enabled", false), section.flag("dashboards", true),
                section.flag("monitors", true), section.flag("logs", true),
                new Notifications(section.texts("page", HANDLE, ALLOWED),
                        section.texts("ticket", HANDLE, ALLOWED), delay));
        section.done();
        if (settings.enabled && !settings.dashboards && !settings.monitors && !settings.logs) {
            throw section.refuse("enabled", "true", "false, because dashboards, monitors and logs all are");
        }
        return settings;
    }
}
