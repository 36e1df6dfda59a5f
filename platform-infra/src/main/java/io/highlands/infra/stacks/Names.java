// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import io.highlands.telemetry.Source;

/**
 * Names within one environment. They are plain strings, so that stacks, dashboards and alarms can name each other's
 * resources without importing them.
 *
 * @param environment
 *            local, dev, staging or prod
 */
public record Names(String environment) {

    /** Prefix of stacks and the cluster. */
    private String prefix() {
        return "highlands-" + environment;
    }

    public String stack(String part) {
        return prefix() + '-' + part;
    }

    public String cluster() {
        return prefix();
    }

    /** Cloud Map HTTP namespace; it has to be the only one of its name in account and Region. */
    public String namespace() {
        return environment + ".highlands.local";
    }

    /** Image repository of a service; environments of an account share it. */
    public static String repository(String service) {
        return "highlands/" + service;
    }

    /** CloudWatch namespace of what the environment's own services publish. */
    public String metricsNamespace() {
        return Source.HIGHLANDS.namespace(environment);
    }

    /** Log group of a part of a service, or of the platform. */
    public String logGroup(String... parts) {
        return "/highlands/" + environment + '/' + String.join("/", parts);
    }
}
