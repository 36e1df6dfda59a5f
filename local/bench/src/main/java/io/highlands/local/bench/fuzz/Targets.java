// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The parsers and servers that take generated inputs, each with its share of a run of all. */
enum Targets {

    /** HTTP/1.1 framing at the load balancer's listener. */
    HTTP_BALANCER(5, world -> HttpTarget.balancer()),
    /** The same at a task's egress, and behind it another's ingress. */
    HTTP_MESH(5, world -> HttpTarget.mesh()),
    /** The same at the console. */
    HTTP_CONSOLE(5, HttpTarget::console),
    /** The same where AWS's APIs are served. */
    HTTP_AWS(5, world -> new HttpTarget(world.aws().port(), () -> {})),
    /** AWS's APIs in JSON. */
    AWS_JSON(100, world -> new AwsTarget(world.aws(), AwsTarget.Encoding.JSON)),
    /** AWS's APIs in CBOR. */
    AWS_CBOR(110, world -> new AwsTarget(world.aws(), AwsTarget.Encoding.CBOR)),
    /** AWS's APIs as forms. */
    AWS_QUERY(80, world -> new AwsTarget(world.aws(), AwsTarget.Encoding.QUERY)),
    /** Logs Insights' queries, over a few lines. */
    INSIGHTS(170, world -> new InsightsTarget()),
    /** Filter patterns, over the same lines. */
    FILTER_PATTERN(150, world -> TextTarget.filterPattern()),
    /** Metric math, over three series. */
    METRIC_MATH(140, world -> TextTarget.metricMath()),
    /** Composite alarms' rules, through PutCompositeAlarm. */
    ALARM_RULE(70, world -> ParameterTarget.alarmRule(world.aws())),
    /** Dashboards' bodies, through PutDashboard. */
    DASHBOARD(60, world -> ParameterTarget.dashboard(world.aws())),
    /** Templates, as {@code up} reads an environment. */
    TEMPLATE(30, TemplateTarget::new),
    /** Environments' files, as the tracing switch reads and changes them. */
    ENVIRONMENT(20, EnvironmentTarget::new),
    /** Runbooks, whose front matter is YAML. */
    RUNBOOK(30, world -> TextTarget.runbook()),
    /** Traces in msgpack and JSON, as Datadog's tracers send them. */
    DATADOG(10, world -> new IntakeTarget(true)),
    /** Traces, metrics and logs in protobuf and JSON, as OpenTelemetry's exporters send them. */
    OTLP(10, world -> new IntakeTarget(false));

    private final int perMille;
    private final Opening opening;

    Targets(int perMille, Opening opening) {
        this.perMille = perMille;
        this.opening = opening;
    }

    /** How a target is made. */
    private interface Opening {

        FuzzTarget open(FuzzWorld world) throws IOException;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Targets::id).toList();
    }

    /** {@return the name in commands, such as {@code aws-json}} */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return how many of all inputs are its own} */
    int share(int inputs) {
        return (int) Math.max(1, (long) inputs * perMille / 1_000);
    }

    FuzzTarget open(FuzzWorld world) throws IOException {
        return opening.open(world);
    }
}
