// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch;

/**
 * Names of the boards of an environment: plain strings, so that alarms and runbooks can name a board of another stack.
 *
 * @param environment
 *            local, dev, staging or prod
 */
public record BoardNames(String environment) {

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

    private String name(String board) {
        return "highlands-" + environment + "-" + board;
    }
}
