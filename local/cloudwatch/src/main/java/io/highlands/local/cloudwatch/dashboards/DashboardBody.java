// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a dashboard body declares.
 *
 * @param widgets in the order of the body
 * @param variables the choices that change all widgets
 * @param relativeStart how far back the dashboard begins where {@code start} is relative; empty where it is absolute or absent
 * @param start where the dashboard begins where {@code start} is a moment
 * @param end where it ends; now without one
 * @param inheritPeriods {@code periodOverride: inherit}: declared periods are kept however long the window is
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html">Dashboard
 *      body structure and syntax</a>
 */
public record DashboardBody(List<Widget> widgets, List<Variable> variables, Optional<Duration> relativeStart,
        Optional<Instant> start, Optional<Instant> end, boolean inheritPeriods) {

    /** How far back a dashboard begins that does not say it, as in the console. */
    public static final Duration DEFAULT_LENGTH = Duration.ofHours(3);

    /**
     * Reads a body, each variable at its default.
     *
     * @param body the DashboardBody
     * @return what it declares
     * @throws InvalidDashboardException when PutDashboard would refuse it
     */
    public static DashboardBody parse(String body) {
        return parse(body, Map.of());
    }

    /**
     * Reads a body.
     *
     * @param body the DashboardBody
     * @param choices values of its variables by id; the others have their defaults
     * @return what it declares
     * @throws InvalidDashboardException when PutDashboard would refuse it
     */
    public static DashboardBody parse(String body, Map<String, String> choices) {
        DashboardBodyParser parser = new DashboardBodyParser(choices);
        DashboardBody dashboard = parser.parse(body);
        if (parser.messages().stream().anyMatch(DashboardMessage::error)) {
            throw new InvalidDashboardException(parser.messages());
        }
        return dashboard;
    }

    /**
     * The dashboard in a world that runs faster: periods, bins and relative ranges divided.
     *
     * @param timeScale how many times faster, at least 1
     * @return the dashboard as it is drawn there
     */
    public DashboardBody dividedBy(int timeScale) {
        if (timeScale == 1) {
            return this;
        }
        TimeScale scale = new TimeScale(timeScale);
        return new DashboardBody(widgets.stream().map(scale::apply).toList(), variables,
                relativeStart.map(scale::apply),
                start, end, inheritPeriods);
    }

    /**
     * The stretch of time that the dashboard shows before anybody chooses another.
     *
     * @param now the moment
     * @return the window; of a deployed dashboard that was {@link #dividedBy divided}, this is divided, too
     */
    public TimeWindow window(Instant now) {
        Instant until = end.orElse(now);
        Instant from = start.orElseGet(() -> until.minus(relativeStart.orElse(DEFAULT_LENGTH)));
        return from.isBefore(until) ? new TimeWindow(from, until) : TimeWindow.last(DEFAULT_LENGTH, until);
    }
}
