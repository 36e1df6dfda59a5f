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

    /** 5xx of the load balancer itself. */
    public Expression balancerErrors() {
        return Expression.of("5xx of the load balancer", Unit.COUNT, Query.of(entry.balancerErrors()));
    }

    /** Requests of users: the load balancer's own failures are among them, as in the objective. */
    public Expression total() {
        return Expression.of("requests of users", Unit.COUNT, "default_zero(requests) + default_zero(elb)")
                .with("requests", Query.of(entry.requests())).with("elb", Query.of(entry.balancerErrors()));
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
        var limit = platform.objectives().latency();
        Expression slow = sum("slow", service -> traces(service).slowerThan(limit));
        return Expression.of("slow requests", Unit.PERCENT, "100 * slow / all").with("slow", slow).with("all",
                answers());
    }

    /** The entry services' answers, by their own spans. */
    public Expression answers() {
        return sum("answers", service -> traces(service).hits());
    }

    /** Tasks of the service that the load balancer may send to, by the zone that sees most. */
    public Expression healthyHosts(MonitoredService service) {
        return Expression.of("healthy", Unit.COUNT, Query.of(entry.healthyHosts(service)));
    }

    private Expression bad() {
        return Expression.of("bad", Unit.COUNT, "default_zero(elb) + default_zero(services)")
                .with("elb", Query.of(entry.balancerErrors())).with("services", Query.of(entry.targetErrors()));
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
