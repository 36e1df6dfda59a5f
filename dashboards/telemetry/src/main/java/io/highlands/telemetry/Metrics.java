// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

import java.util.List;
import java.util.stream.Stream;

/** Everything that dashboards and alarms may use. */
public final class Metrics {

    private Metrics() {
    }

    /** All metrics, by source. */
    public static List<Metric> all() {
        return Stream.of(ServiceMetrics.all(), PlatformMetrics.all(), MeshMetrics.all(), EcsMetrics.all(),
                ContainerMetrics.all(), LoadBalancerMetrics.all(), PlumbingMetrics.all(), ResourceMetrics.all())
                .flatMap(List::stream).toList();
    }
}
