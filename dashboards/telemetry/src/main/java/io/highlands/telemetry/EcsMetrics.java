// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

import java.util.List;

import static io.highlands.telemetry.Dimension.CLUSTER_NAME;
import static io.highlands.telemetry.Dimension.SERVICE_NAME;

/**
 * What ECS publishes for each service, every minute while it has a running task (Amazon ECS developer guide,
 * available-metrics).
 */
public final class EcsMetrics {

    /** Processor, of what the service's tasks reserve. */
    public static final Metric CPU = of("CPUUtilization",
            "processor used, of what the tasks reserve; one sample per task, so that SampleCount of a minute is the "
                    + "number of running tasks");

    /** Memory, of what the service's tasks reserve. */
    public static final Metric MEMORY = of("MemoryUtilization",
            "memory used, of what the tasks reserve; one sample per task");

    private EcsMetrics() {
    }

    /** All of them, in the order of the reference page. */
    public static List<Metric> all() {
        return List.of(CPU, MEMORY);
    }

    private static Metric of(String name, String meaning) {
        return Metric.of(Source.ECS, name, Unit.PERCENT, Kind.GAUGE, meaning, CLUSTER_NAME, SERVICE_NAME);
    }
}
