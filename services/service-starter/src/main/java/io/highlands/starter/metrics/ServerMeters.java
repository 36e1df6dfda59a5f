// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import io.highlands.telemetry.Dimension;
import io.highlands.telemetry.ServiceMetrics;
import io.highlands.telemetry.Status;

/**
 * Requests that this service answers, by route. Only routes that it declares are measured: a path that a caller made up
 * is none, and neither is {@code /health}.
 */
public final class ServerMeters {

    private final MeterRegistry registry;
    private volatile Map<String, Route> routes = Map.of();

    ServerMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Measures these routes from now on, zero errors included. */
    void declare(Collection<String> patterns) {
        Map<String, Route> declared = new TreeMap<>();
        patterns.forEach(pattern -> declared.put(pattern, new Route(registry, pattern)));
        routes = declared;
    }

    /**
     * Takes note of a request that was answered.
     *
     * @param route the pattern that it matched; any other is not measured
     * @param status of the answer
     * @param nanos time from the first to the last
     */
    public void answered(String route, int status, long nanos) {
        Route known = routes.get(route);
        if (known == null) {
            return;
        }
        known.duration.record(Duration.ofNanos(nanos));
        if (status >= 500) {
            known.serverErrors.increment();
        } else if (status >= 400) {
            known.clientErrors.increment();
        }
    }

    private record Route(Timer duration, Counter clientErrors, Counter serverErrors) {

        Route(MeterRegistry registry, String route) {
            this(Timer.builder(ServiceMetrics.SERVER_DURATION.name()).tag(Dimension.ROUTE.cloudWatchName(), route)
                    .description(ServiceMetrics.SERVER_DURATION.meaning()).register(registry),
                    errors(registry, route, Status.CLIENT_ERROR), errors(registry, route, Status.SERVER_ERROR));
        }

        private static Counter errors(MeterRegistry registry, String route, Status status) {
            return Counter.builder(ServiceMetrics.SERVER_ERRORS.name()).tag(Dimension.ROUTE.cloudWatchName(), route)
                    .tag(Dimension.STATUS.cloudWatchName(), status.value())
                    .description(ServiceMetrics.SERVER_ERRORS.meaning()).register(registry);
        }
    }
}
