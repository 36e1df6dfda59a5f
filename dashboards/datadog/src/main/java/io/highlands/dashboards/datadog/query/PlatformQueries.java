// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.query;

import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.measure.TelemetryMeasures;
import io.highlands.telemetry.Unit;

/** What the platform says of its deployments. */
public final class PlatformQueries {

    private final TelemetryMeasures measures;

    /** Queries that belong to no single service. */
    public PlatformQueries(MonitoredPlatform platform) {
        this.measures = new TelemetryMeasures(platform);
    }

    /** Deployments that ECS gave up. */
    public Expression failedDeployments() {
        return Expression.of("failed deployments", Unit.COUNT, Query.of(measures.failedDeployments()));
    }
}
