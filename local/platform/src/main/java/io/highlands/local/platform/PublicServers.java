// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

import io.highlands.local.aws.AwsOptions;
import io.highlands.local.aws.AwsServer;
import io.highlands.local.aws.Refusals;
import io.highlands.local.aws.operations.Infrastructure;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.dashboards.DashboardService;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.console.ConsoleOptions;
import io.highlands.local.console.ConsoleServer;
import io.highlands.local.console.ConsoleSources;
import io.highlands.local.control.ControlException;
import io.highlands.local.ecs.EcsRuntime;
import io.highlands.local.error.PortTakenException;
import io.highlands.local.logs.LogService;
import io.highlands.local.template.Platform;
import io.highlands.local.template.Stacks;

/** The servers on 127.0.0.1 through which the platform is watched: AWS's APIs and the console. */
final class PublicServers implements AutoCloseable {

    private final RunOptions options;
    private final String region;
    private final Clock clock;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private Optional<AwsServer> apis = Optional.empty();

    PublicServers(RunOptions options, String region, Clock clock) {
        this.options = options;
        this.region = region;
        this.clock = clock;
    }

    void openApis(Refusals refusals, MetricService metrics, AlarmService alarms, DashboardService dashboards,
            LogService logs) {
        if (options.awsPort() != 0) {
            AwsServer server = listening("AWS APIs", "--aws-port", () -> new AwsServer(
                    AwsOptions.on(options.awsPort()).in(region).refusing(refusals), metrics, alarms, dashboards,
                    logs));
            open.push(server);
            apis = Optional.of(server);
        }
    }

    /** From now on the APIs also act on what runs. */
    void actOn(EcsRuntime runtime, Supplier<Platform> platform, Supplier<Stacks> stacks) {
        apis.ifPresent(server -> server.serve(new Infrastructure(runtime, platform, stacks, clock.instant())));
    }

    void openConsole(ConsoleSources sources) {
        if (options.consolePort() != 0) {
            open.push(listening("console", "--console-port",
                    () -> new ConsoleServer(new ConsoleOptions(options.consolePort(), options.environment(), region,
                            options.timeScale(), options.runbooks(), clock), sources)));
        }
    }

    private static <T> T listening(String what, String option, Supplier<T> server) {
        try {
            return server.get();
        } catch (PortTakenException taken) {
            throw taken.of(what).by(option);
        }
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                throw new ControlException("a server cannot be closed: " + e.getMessage(), e);
            }
        }
    }
}
