// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.highlands.local.cloudwatch.CloudWatchException;
import io.highlands.local.store.StateStore;

/** The dashboards of the machine by name: those that templates declare, and those that PutDashboard made, which are kept. */
public final class DashboardService {

    private static final String KIND = "dashboard";

    private final StateStore states;
    private final Clock clock;
    private final Map<String, Dashboard> dashboards = new TreeMap<>();

    /**
     * Takes up the dashboards that PutDashboard made before.
     *
     * @param states where those are kept
     * @param clock what time it is
     */
    public DashboardService(StateStore states, Clock clock) {
        this.states = states;
        this.clock = clock;
        states.all(KIND).forEach((name, json) -> KeptDashboard.read(name, json).ifPresentOrElse(
                dashboard -> dashboards.put(name, dashboard), () -> states.unreadable(KIND, name)));
    }

    /**
     * Takes over what the templates declare: dashboards are added and changed, and those that the templates no longer have are
     * deleted. Dashboards of API calls under other names are left alone.
     *
     * @param bodies DashboardBody by DashboardName
     * @throws InvalidDashboardException when AWS would refuse a body
     */
    public synchronized void provision(Map<String, String> bodies) {
        bodies.values().forEach(DashboardService::validated);
        dashboards.values().removeIf(dashboard -> dashboard.deployed() && !bodies.containsKey(dashboard.name()));
        bodies.forEach((name, body) -> {
            Dashboard before = dashboards.get(name);
            if (before == null || !before.deployed() || !before.body().equals(body)) {
                dashboards.put(name, new Dashboard(name, body, clock.instant(), true));
                states.delete(KIND, name);
            }
        });
    }

    /**
     * PutDashboard: creates a dashboard or replaces it.
     *
     * @param name DashboardName: 1 to 255 letters, digits, hyphens and underscores
     * @param body DashboardBody
     * @return warnings
     * @throws CloudWatchException InvalidParameterValue when the name is not one
     * @throws InvalidDashboardException when the body has errors
     */
    public synchronized List<DashboardMessage> put(String name, String body) {
        DashboardRules.name(name).ifPresent(wrong -> {
            throw CloudWatchException.invalidValue(wrong);
        });
        List<DashboardMessage> warnings = validated(body);
        Dashboard dashboard = new Dashboard(name, body, clock.instant(), false);
        dashboards.put(name, dashboard);
        states.put(KIND, name, KeptDashboard.write(dashboard));
        return warnings;
    }

    /**
     * GetDashboard.
     *
     * @param name DashboardName
     * @return the dashboard as it was declared, if there is one
     */
    public synchronized Optional<Dashboard> find(String name) {
        return Optional.ofNullable(dashboards.get(name));
    }

    /**
     * ListDashboards.
     *
     * @param prefix DashboardNamePrefix, empty for all
     * @return the dashboards by name
     */
    public synchronized List<Dashboard> list(String prefix) {
        return dashboards.values().stream().filter(dashboard -> dashboard.name().startsWith(prefix)).toList();
    }

    /**
     * DeleteDashboards: all or none.
     *
     * @param names DashboardNames
     * @throws CloudWatchException ResourceNotFound (DashboardNotFoundError) when one is not there
     */
    public synchronized void delete(Collection<String> names) {
        List<String> unknown = names.stream().filter(name -> !dashboards.containsKey(name)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw CloudWatchException.notFound("Dashboard " + String.join(", ", unknown) + " does not exist");
        }
        names.forEach(name -> {
            dashboards.remove(name);
            states.delete(KIND, name);
        });
    }

    private static List<DashboardMessage> validated(String body) {
        List<DashboardMessage> messages = DashboardRules.body(body);
        if (messages.stream().anyMatch(DashboardMessage::error)) {
            throw new InvalidDashboardException(messages);
        }
        return messages;
    }
}
