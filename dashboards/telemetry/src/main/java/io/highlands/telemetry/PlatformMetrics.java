// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

import java.util.List;

/** What the platform publishes beside its services: metric filters over its logs, in the services' namespace. */
public final class PlatformMetrics {

    /** Deployments that failed or were rolled back. */
    public static final Metric DEPLOYMENT_FAILED = Metric.of(Source.HIGHLANDS, "deployment.failed", Unit.COUNT,
            Kind.COUNTER, "deployments that ECS reported as failed (SERVICE_DEPLOYMENT_FAILED); a metric filter over "
                    + "the log group of events publishes it, and zero with every other event");

    private PlatformMetrics() {
    }

    /** {@return every metric of this class} */
    public static List<Metric> all() {
        return List.of(DEPLOYMENT_FAILED);
    }
}
