// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What AWS checks of a dashboard, whether PutDashboard or a template declares it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html">PutDashboard</a>
 */
public final class DashboardRules {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    private DashboardRules() {
    }

    /**
     * Checks a name.
     *
     * @param name DashboardName
     * @return what is wrong with it, empty when nothing is
     */
    public static Optional<String> name(String name) {
        return NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional
                        .of("The value '" + name + "' for field DashboardName contains invalid characters or has not 1 "
                                + "to 255 of them. It can only contain alphanumerics, dash (-) and underscore (_).");
    }

    /**
     * Checks a body.
     *
     * @param body DashboardBody
     * @return errors, each with its path, for which it is refused, and warnings
     */
    public static List<DashboardMessage> body(String body) {
        DashboardBodyParser parser = new DashboardBodyParser(Map.of());
        parser.parse(body);
        return List.copyOf(parser.messages());
    }
}
