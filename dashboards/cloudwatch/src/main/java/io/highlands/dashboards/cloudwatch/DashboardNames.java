// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch;

/**
 * Names of the dashboards of an environment: plain strings, so that alarms and runbooks can name a dashboard of another stack.
 *
 * @param environment
 *            local, dev, staging or prod
 */
public record DashboardNames(String environment) {

    /** Are users happy, and if not, where to look. */
    public String overview() {
        return name("overview");
    }

    /** The edges between the services. */
    public String mesh() {
        return name("mesh");
    }

    /** One service from its requests to its heap. */
    public String service(String service) {
        return name(service);
    }

    /** Is the monitoring well. */
    public String telemetry() {
        return name("telemetry");
    }

    private String name(String dashboard) {
        return "highlands-" + environment + "-" + dashboard;
    }
}
