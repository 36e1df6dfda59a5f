// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

import java.util.ArrayList;
import java.util.List;

import static io.highlands.telemetry.Dimension.ROUTE;
import static io.highlands.telemetry.Dimension.SERVICE;
import static io.highlands.telemetry.Dimension.STATUS;
import static io.highlands.telemetry.Dimension.UPSTREAM;

/**
 * What every service publishes, and no more. Names are OpenTelemetry's where it has one; durations are milliseconds,
 * as the mesh publishes its own.
 */
public final class ServiceMetrics {

    /** Custom metrics (series) that a service may publish by default. */
    public static final int BUDGET = 25;

    /** Requests served: SampleCount is how many, pNN and PR(:ms) are those of the requests. */
    public static final Metric SERVER_DURATION = of("http.server.request.duration", Unit.MILLISECONDS,
            Kind.DISTRIBUTION, "time to answer a request, errors included", SERVICE, ROUTE);

    /** Requests answered with an error, by class. */
    public static final Metric SERVER_ERRORS = of("http.server.request.errors", Unit.COUNT, Kind.COUNTER,
            "requests answered with an error; Status is 4xx or 5xx; zero is published", SERVICE, ROUTE, STATUS);

    /** Requests made to an upstream: SampleCount is how many, whatever came of them. */
    public static final Metric CLIENT_DURATION = of("http.client.request.duration", Unit.MILLISECONDS,
            Kind.DISTRIBUTION, "time until an upstream's whole answer was read, or until the caller gave up", SERVICE,
            UPSTREAM);

    /** Requests to an upstream that failed, by class. */
    public static final Metric CLIENT_ERRORS = of("http.client.request.errors", Unit.COUNT, Kind.COUNTER,
            "requests to an upstream that failed; Status is 4xx, 5xx (the upstream's or its proxy's) or error "
                    + "(timed out, refused, broken off, unreadable); a call that this service gave up itself is none; "
                    + "zero is published",
            SERVICE, UPSTREAM, STATUS);

    /** Calls that were not made: they are in no other client metric. */
    public static final Metric CLIENT_REJECTED = of("http.client.request.rejected", Unit.COUNT, Kind.COUNTER,
            "calls of an upstream that were not made, because its circuit was open or its bulkhead full; "
                    + "zero is published",
            SERVICE, UPSTREAM);

    /** Whether the circuit breaker was open. */
    public static final Metric CIRCUIT_OPEN = of("http.client.circuit.open", Unit.COUNT, Kind.GAUGE,
            "1 if the circuit breaker was open at any moment of the step, else 0", SERVICE, UPSTREAM);

    /** How full the bulkhead was. */
    public static final Metric BULKHEAD_ACTIVE = of("http.client.bulkhead.active", Unit.COUNT, Kind.GAUGE,
            "the most calls that were in flight at once during the step, of those that the bulkhead lets pass", SERVICE,
            UPSTREAM);

    /** Heap in use. */
    public static final Metric HEAP_USED = of("jvm.memory.used", Unit.BYTES, Kind.GAUGE, "heap in use", SERVICE);

    /** The most heap there may be. */
    public static final Metric HEAP_LIMIT = of("jvm.memory.limit", Unit.BYTES, Kind.GAUGE,
            "the most that the heap may grow to", SERVICE);

    /** Pauses of the garbage collector. */
    public static final Metric GC_DURATION = of("jvm.gc.duration", Unit.MILLISECONDS, Kind.DISTRIBUTION,
            "pauses of the garbage collector: Sum and Maximum; a step without a pause is one sample of 0", SERVICE);

    /** Live threads. */
    public static final Metric THREADS = of("jvm.thread.count", Unit.COUNT, Kind.GAUGE,
            "live platform threads; virtual threads are not among them", SERVICE);

    /** Batches that did not reach CloudWatch, and the heartbeat of the service. */
    public static final Metric PUBLISH_FAILURES = of("telemetry.publish.failures", Unit.COUNT, Kind.COUNTER,
            "batches of metrics that did not reach CloudWatch since the one before; published by every task in "
                    + "every step, so that its SampleCount is the heartbeat",
            SERVICE);

    private ServiceMetrics() {
    }

    /** All of them, in the order of the reference page. */
    public static List<Metric> all() {
        return List.of(SERVER_DURATION, SERVER_ERRORS, CLIENT_DURATION, CLIENT_ERRORS, CLIENT_REJECTED, CIRCUIT_OPEN,
                BULKHEAD_ACTIVE, HEAP_USED, HEAP_LIMIT, GC_DURATION, THREADS, PUBLISH_FAILURES);
    }

    /** The classes of errors that a server tells apart. */
    public static List<Status> serverErrors() {
        return List.of(Status.CLIENT_ERROR, Status.SERVER_ERROR);
    }

    /** The classes of errors that a client tells apart. */
    public static List<Status> clientErrors() {
        return List.of(Status.CLIENT_ERROR, Status.SERVER_ERROR, Status.NO_ANSWER);
    }

    /**
     * Every series that a service publishes.
     *
     * @param service its discovery name
     * @param routes as it declares them, without /health
     * @param upstreams discovery names of those it calls
     * @return the series, each once
     */
    public static List<Series> series(String service, List<String> routes, List<String> upstreams) {
        var series = new ArrayList<Series>();
        for (String route : routes) {
            series.add(SERVER_DURATION.with(SERVICE, service, ROUTE, route));
            serverErrors().forEach(
                    s -> series.add(SERVER_ERRORS.with(SERVICE, service, ROUTE, route, STATUS, s.value())));
        }
        for (String upstream : upstreams) {
            series.add(CLIENT_DURATION.with(SERVICE, service, UPSTREAM, upstream));
            clientErrors().forEach(
                    s -> series.add(CLIENT_ERRORS.with(SERVICE, service, UPSTREAM, upstream, STATUS, s.value())));
            List.of(CLIENT_REJECTED, CIRCUIT_OPEN, BULKHEAD_ACTIVE)
                    .forEach(metric -> series.add(metric.with(SERVICE, service, UPSTREAM, upstream)));
        }
        List.of(HEAP_USED, HEAP_LIMIT, GC_DURATION, THREADS, PUBLISH_FAILURES)
                .forEach(metric -> series.add(metric.with(SERVICE, service)));
        return List.copyOf(series);
    }

    private static Metric of(String name, Unit unit, Kind kind, String meaning, Dimension... dimensions) {
        return Metric.of(Source.HIGHLANDS, name, unit, kind, meaning, dimensions);
    }
}
