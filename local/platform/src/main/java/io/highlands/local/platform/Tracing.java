// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.TracingStatus;
import io.highlands.local.error.PortTakenException;
import io.highlands.local.intake.IntakeCounts;
import io.highlands.local.intake.IntakeOptions;
import io.highlands.local.intake.TraceIntake;
import io.highlands.local.intake.batch.TraceSampling;
import io.highlands.local.span.SpanSink;
import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.Platform;
import io.highlands.local.template.TracingSidecar;

/**
 * Takes the part of every task's tracing sidecar: it listens while the running templates have one, and at no other time.
 */
final class Tracing implements AutoCloseable {

    private static final String LOOPBACK = "http://127.0.0.1:";
    private static final String PERCENTAGE = "DD_APM_PROBABILISTIC_SAMPLER_SAMPLING_PERCENTAGE";
    /** The variable by which each sidecar knows which traces to keep. */
    private static final Map<TracingSidecar, String> SETTINGS = Map.of(TracingSidecar.DATADOG, PERCENTAGE,
            TracingSidecar.COLLECTOR, CollectorConfig.VARIABLE);
    private static final String SWITCH = "DD_TRACING_ENABLED";
    private static final String AGENT = "TRACING_AGENT";

    private final RunOptions options;
    private final IgnoredResources spans;
    private final LostSpans lost;
    private final Clock clock;
    private TraceIntake intake;
    private IntakeTotals ended = IntakeTotals.NONE;
    private String agent = "";
    private String backend = "";
    private volatile TraceSampling sampling = new TraceSampling(TraceSampling.Rule.DATADOG, 0);

    Tracing(RunOptions options, SpanSink spans, Clock clock) {
        this.options = options;
        this.lost = new LostSpans(spans);
        this.spans = new IgnoredResources(lost);
        this.clock = clock;
    }

    /**
     * Listens if templates that are about to run want it, before their first task starts.
     *
     * @param platform what is about to run
     * @throws PortTakenException when a port is taken
     */
    synchronized void before(Platform platform) {
        Optional<ContainerSpec> sidecar = sidecar(platform);
        if (sidecar.isEmpty()) {
            return;
        }
        configure(sidecar.get());
        agent = containers(platform).map(ContainerSpec::environment)
                .filter(variables -> "true".equals(variables.get(SWITCH)))
                .map(variables -> variables.getOrDefault(AGENT, "datadog")).findFirst().orElse("");
        if (intake == null) {
            intake = open();
        }
    }

    /**
     * Refuses sidecars whose settings cannot be read.
     *
     * @param platform what is about to run
     */
    void check(Platform platform) {
        sidecar(platform).ifPresent(sidecar -> {
            TracingSidecar kind = sidecar.tracingSidecar().orElseThrow();
            String settings = sidecar.environment().get(SETTINGS.get(kind));
            if (kind == TracingSidecar.COLLECTOR) {
                CollectorConfig.read(settings);
            } else {
                percentage(settings);
            }
        });
    }

    private static Optional<ContainerSpec> sidecar(Platform platform) {
        return containers(platform)
                .filter(container -> container.tracingSidecar()
                        .filter(kind -> container.environment().containsKey(SETTINGS.get(kind))).isPresent())
                .findFirst();
    }

    private void configure(ContainerSpec sidecar) {
        TracingSidecar kind = sidecar.tracingSidecar().orElseThrow();
        String settings = sidecar.environment().get(SETTINGS.get(kind));
        if (kind == TracingSidecar.COLLECTOR) {
            CollectorConfig config = CollectorConfig.read(settings);
            spans.ignoreRoots(config.unwanted());
            sampling = new TraceSampling(TraceSampling.Rule.PROPORTIONAL, config.samplePercent() / 100);
        } else {
            spans.ignore(sidecar.environment().getOrDefault(IgnoredResources.VARIABLE, ""));
            sampling = new TraceSampling(TraceSampling.Rule.DATADOG, percentage(settings) / 100);
        }
        backend = kind.backend();
    }

    /**
     * Whether it listens for tasks of earlier templates alone: the last of their spans come when they end.
     *
     * @param platform what runs
     */
    synchronized boolean isForEarlierTasks(Platform platform) {
        return intake != null && containers(platform).noneMatch(ContainerSpec::isTracingSidecar);
    }

    /** Tells a service's container where the intake is, where that is not the agent's own port. */
    synchronized Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        if (intake == null) {
            return variables;
        }
        if (intake.datadogPort() != RunOptions.DEFAULT_DATADOG_PORT) {
            variables.put("DD_TRACE_AGENT_URL", LOOPBACK + intake.datadogPort());
        }
        if (intake.otlpPort() != RunOptions.DEFAULT_OTLP_PORT) {
            variables.put("OTEL_EXPORTER_OTLP_ENDPOINT", LOOPBACK + intake.otlpPort());
        }
        if (intake.statsdPort() != RunOptions.DEFAULT_STATSD_PORT) {
            variables.put("DD_DOGSTATSD_PORT", Integer.toString(intake.statsdPort()));
        }
        return variables;
    }

    /** What came and what became of it. */
    synchronized TracingStatus status() {
        IntakeTotals totals = totals();
        Optional<TraceIntake> open = Optional.ofNullable(intake);
        return new TracingStatus(open.isPresent(), open.isPresent() ? backend : "", open.isPresent() ? agent : "",
                open.isPresent() ? percent(sampling) : 0, totals.requests(), totals.received(),
                totals.taken() - spans.ignored() - lost.count(), totals.dropped(), totals.sampledAway(),
                totals.refused(), totals.unread(), spans.ignored(), lost.count(),
                open.map(listening -> LOOPBACK + listening.datadogPort()),
                open.map(listening -> LOOPBACK + listening.otlpPort()));
    }

    /** Loses the spans of a service from now on, as a dead agent does; the result takes that back. */
    Runnable lose(String service) {
        return lost.of(service);
    }

    /** Spans that the sample rate left out since the start. */
    synchronized long sampledAway() {
        return totals().sampledAway();
    }

    private IntakeTotals totals() {
        return intake == null ? ended : ended.plus(intake.counts());
    }

    /** Listens, whatever the templates say. */
    TraceIntake open() {
        try {
            // The JVMs' metrics by DogStatsD are counted and not kept: the services publish their own to CloudWatch.
            return new TraceIntake(new IntakeOptions(options.datadogPort(), options.otlpPort(), options.statsdPort(),
                    () -> sampling, clock), spans, sample -> {});
        } catch (PortTakenException taken) {
            throw taken.by(taken.port() == options.datadogPort()
                    ? "--datadog-port"
                    : taken.port() == options.otlpPort() ? "--otlp-port" : "--statsd-port");
        }
    }

    /** Without the digits that a division by 100 leaves. */
    private static double percent(TraceSampling sampling) {
        return Math.round(sampling.rate() * 1e9) / 1e7;
    }

    private static double percentage(String text) {
        try {
            return Math.clamp(Double.parseDouble(text), 0, 100);
        } catch (NumberFormatException e) {
            throw new ControlException(PERCENTAGE + " is '" + text + "'; allowed: 0 to 100", e);
        }
    }

    private static Stream<ContainerSpec> containers(Platform platform) {
        return platform.services().stream().flatMap(service -> service.taskDefinition().containers().stream());
    }

    @Override
    public synchronized void close() {
        if (intake != null) {
            TraceIntake closing = intake;
            closing.close();
            ended = ended.plus(closing.counts());
            intake = null;
        }
    }

    /** Sums over the times in which tracing was on. */
    private record IntakeTotals(long requests, long received, long taken, long dropped, long sampledAway,
            long refused, long unread) {

        static final IntakeTotals NONE = new IntakeTotals(0, 0, 0, 0, 0, 0, 0);

        IntakeTotals plus(IntakeCounts counts) {
            return Stream.of(counts.datadog(), counts.otlp())
                    .map(one -> new IntakeTotals(one.requests(), one.received(), one.taken(), one.dropped(),
                            one.sampledAway(), one.refused(), one.unread()))
                    .reduce(this, (a, b) -> new IntakeTotals(a.requests + b.requests, a.received + b.received,
                            a.taken + b.taken, a.dropped + b.dropped, a.sampledAway + b.sampledAway,
                            a.refused + b.refused, a.unread + b.unread));
        }
    }
}
