// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.template.Platform;
import io.highlands.local.template.ServiceSpec;

/**
 * By what recorded samples are multiplied, so that they have the size of prod's. Each recorded task counts for as many as
 * prod declares, and on an edge in another one's place responses take the same part of the caller's timeout.
 */
final class SampleScaling {

    private static final Set<String> COUNTS_OF_TASKS = Set.of("RunningTaskCount", "DesiredTaskCount",
            "HealthyHostCount");
    private static final String CALLER = "ServiceName";
    private static final String CALLEE = "TargetDiscoveryName";

    private final Recording recording;
    private final Platform prod;

    SampleScaling(Recording recording, Platform prod) {
        this.recording = recording;
        this.prod = prod;
    }

    /**
     * The factor of one series.
     *
     * @param recorded the series that was recorded
     * @param replayed the series in whose place it is replayed, the same or one of other services; both by role
     * @return what its samples are multiplied by
     */
    double factor(MetricName recorded, MetricName replayed) {
        if (COUNTS_OF_TASKS.contains(replayed.name())) {
            return service(replayed).map(ServiceSpec::desiredCount).flatMap(wanted -> service(recorded)
                    .map(service -> tasks(service.name())).filter(OptionalDouble::isPresent)
                    .map(tasks -> Math.max(1, wanted / tasks.getAsDouble()))).orElse(1.0);
        }
        if (replayed.name().equals("TargetResponseTime") && replayed.dimensions().containsKey(CALLEE)) {
            return timeout(replayed).flatMap(there -> timeout(recorded)
                    .map(here -> (double) there.toMillis() / here.toMillis())).orElse(1.0);
        }
        return 1;
    }

    /** The service whose tasks are counted. */
    private Optional<ServiceSpec> service(MetricName metric) {
        return prod.services().stream().filter(service -> metric.dimensions().containsValue(service.name())
                || metric.dimensions().containsValue(DimensionRoles.targets(service.name()))).findFirst();
    }

    /** How many tasks a service was to have when the fault came. */
    private OptionalDouble tasks(String service) {
        return recording.series().stream()
                .filter(series -> series.metric().name().equals("DesiredTaskCount")
                        && service.equals(series.metric().dimensions().get(CALLER)))
                .flatMap(series -> series.buckets().headMap(recording.calmSteps()).values().stream())
                .mapToDouble(Bucket::maximum).filter(count -> count > 0).reduce((first, last) -> last);
    }

    /** After what time a call of an edge has failed: the mesh's timeout, or the caller's own where that is shorter. */
    private Optional<Duration> timeout(MetricName edge) {
        Map<String, String> names = edge.dimensions();
        return Stream.concat(
                prod.services().stream().flatMap(service -> service.serviceConnect().services().stream())
                        .filter(endpoint -> endpoint.discoveryName().equals(names.get(CALLEE)))
                        .map(endpoint -> endpoint.perRequestTimeout()),
                prod.services().stream().filter(service -> service.name().equals(names.get(CALLER)))
                        .flatMap(service -> service.taskDefinition().containers().stream())
                        .map(container -> container.environment().get(variable(names.get(CALLEE))))
                        .filter(Objects::nonNull).map(SampleScaling::duration))
                .filter(Duration::isPositive).min(Duration::compareTo);
    }

    /** The variable in which Highlands' services find their timeout for an upstream. */
    private static String variable(String callee) {
        return callee.toUpperCase(Locale.ROOT).replace('-', '_') + "_TIMEOUT";
    }

    private static Duration duration(String text) {
        try {
            return text.endsWith("ms")
                    ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                    : Duration.parse("PT" + text);
        } catch (RuntimeException e) {
            throw new ReplayException("the timeout '" + text + "' is no duration; allowed: such as 8s or 500ms", e);
        }
    }
}
