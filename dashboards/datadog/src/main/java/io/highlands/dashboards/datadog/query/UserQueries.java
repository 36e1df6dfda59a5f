// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.dashboards.cloudwatch.measure.EntryMeasures;
import io.highlands.dashboards.cloudwatch.measure.MetricStat;
import io.highlands.telemetry.Unit;

/** What users see: the load balancer's metrics, and the spans of the services that it forwards to. */
public final class UserQueries {

    private final MonitoredPlatform platform;
    private final EntryMeasures entry;

    /** The queries of the platform's entry. */
    public UserQueries(MonitoredPlatform platform) {
        this.platform = platform;
        this.entry = new EntryMeasures(platform);
    }

    /** Requests that reached a service. */
    public Expression requests() {
        return Expression.of("requests", Unit.COUNT, Query.of(entry.requests()));
    }

    /** 5xx that services answered. */
    public Expression serviceErrors() {
        return Expression.of("5xx of services", Unit.COUNT, Query.of(entry.targetErrors()));
    }

    /** What the load balancer failed itself, as the objective counts it: 500, 502, 503 and 504. */
    public Expression balancerErrors() {
        SequencedMap<String, MetricStat> errors = entry.balancerErrorsByStatus();
        Expression sum = Expression.of(entry.balancerErrors().label(), Unit.COUNT,
                errors.keySet().stream().map("default_zero(%s)"::formatted).collect(Collectors.joining(" + ")));
        for (var error : errors.entrySet()) {
            sum = sum.with(error.getKey(), Query.of(error.getValue()));
        }
        return sum;
    }

    /** Requests of users: the load balancer's own failures are among them, as in the objective. */
    public Expression total() {
        return Expression.of("requests of users", Unit.COUNT, "default_zero(requests) + elb")
                .with("requests", Query.of(entry.requests())).with("elb", balancerErrors());
    }

    /** Share of users' requests that were answered without a server error. No traffic has none. */
    public Expression availability() {
        return Expression.of("availability", Unit.PERCENT, "100 * (1 - bad / total)").with("bad", bad()).with("total",
                total());
    }

    /** How many times faster than sustainable the error budget is spent over the period or window. */
    public Expression burnRate() {
        return Expression.of("burn rate", Unit.NONE, "bad / total / " + budget()).with("bad", bad()).with("total",
                total());
    }

    /** Time of the entry services' answers by their own spans, to users and to the mesh alike. */
    public List<Expression> times(String aggregator) {
        return platform.entries().stream().flatMap(service -> traces(service).each(agent -> agent.time(aggregator))
                .stream().map(line -> line.labelled(service.name() + ", " + line.label()))).toList();
    }

    /** Share of the entry services' answers that took longer than the latency objective, by their own spans. */
    public Expression slowPercent() {
        return Expression.of("slow requests", Unit.PERCENT, "100 * slow / all").with("slow", slow()).with("all",
                answers());
    }

    /** The entry services' answers that took longer than the latency objective, by their own spans. */
    public Expression slow() {
        var limit = platform.objectives().latency();
        return sum("slow", service -> traces(service).slowerThan(limit));
    }

    /** The entry services' answers, by their own spans. */
    public Expression answers() {
        return sum("answers", service -> traces(service).hits());
    }

    /** Tasks of the service that the load balancer may send to, by the zone that sees most. */
    public Expression healthyHosts(MonitoredService service) {
        return Expression.of("healthy", Unit.COUNT, Query.of(entry.healthyHosts(service)));
    }

    /** Requests that failed, as the objective counts them. */
    public Expression bad() {
        return Expression.of("failed requests of users", Unit.COUNT, "elb + default_zero(services)")
                .with("elb", balancerErrors()).with("services", Query.of(entry.targetErrors()));
    }

    private String budget() {
        return platform.objectives().errorBudget().stripTrailingZeros().toPlainString();
    }

    private Traces traces(MonitoredService service) {
        return Traces.answeredBy(service, platform.environment());
    }

    private Expression sum(String label, Function<MonitoredService, Expression> of) {
        SequencedMap<String, Expression> parts = new LinkedHashMap<>();
        platform.entries().forEach(service -> parts.put(id(service), of.apply(service)));
        Expression sum = Expression.of(label, Unit.COUNT, parts.keySet().stream().collect(Collectors.joining(" + ")));
        for (var part : parts.entrySet()) {
            sum = sum.with(part.getKey(), part.getValue());
        }
        return sum;
    }

    private static String id(MonitoredService service) {
        return service.name().replace('-', '_');
    }
}
