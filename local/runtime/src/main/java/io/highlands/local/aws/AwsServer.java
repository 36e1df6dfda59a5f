// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.HttpContinueReadHandler;

import io.highlands.local.aws.operations.Actions;
import io.highlands.local.aws.operations.Infrastructure;
import io.highlands.local.aws.operations.alarms.AlarmActionSet;
import io.highlands.local.aws.operations.dashboards.DashboardActions;
import io.highlands.local.aws.operations.discovery.DiscoveryActions;
import io.highlands.local.aws.operations.ecs.EcsActions;
import io.highlands.local.aws.operations.elb.LoadBalancerActions;
import io.highlands.local.aws.operations.identity.IdentityActions;
import io.highlands.local.aws.operations.logs.LogActions;
import io.highlands.local.aws.operations.metrics.MetricActions;
import io.highlands.local.aws.operations.parameters.ParameterActions;
import io.highlands.local.aws.operations.stacks.StackActions;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.dashboards.DashboardService;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.logs.LogService;

/** Serves AWS's APIs on 127.0.0.1, to this machine's programs and to no web page. */
public final class AwsServer implements AutoCloseable {

    private static final int HEADER_BYTES = 64 * 1024;

    private static final int IDLE_MILLIS = 75_000;

    private static final int HEADER_MILLIS = 10_000;

    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final Actions actions;
    private final Undertow server;

    /**
     * Starts listening.
     *
     * @param options the port, and the Region in ARNs
     * @param metrics what serves metrics
     * @param alarms what serves alarms
     * @param dashboards what serves dashboards
     * @param logs what serves logs
     * @throws RuntimeException when the port is taken; its cause is a {@link java.net.BindException}
     */
    public AwsServer(AwsOptions options, MetricService metrics, AlarmService alarms, DashboardService dashboards,
            LogService logs) {
        this(options, actions(options, metrics, alarms, dashboards, logs));
    }

    static Actions actions(AwsOptions options, MetricService metrics, AlarmService alarms, DashboardService dashboards,
            LogService logs) {
        return new Actions()
                .serve("sts", IdentityActions.all())
                .serve("monitoring", MetricActions.all(metrics))
                .serve("monitoring", AlarmActionSet.all(alarms))
                .serve("monitoring", DashboardActions.all(dashboards, IdentityActions.ACCOUNT))
                .serve("logs", LogActions.all(logs, options.region(), IdentityActions.ACCOUNT));
    }

    /**
     * Starts listening.
     *
     * @param options the port
     * @param actions what is served
     * @throws RuntimeException when the port is taken; its cause is a {@link java.net.BindException}
     */
    AwsServer(AwsOptions options, Actions actions) {
        this.actions = actions;
        CallHandler handler = new CallHandler(calls, new Dispatcher(actions, options.refusals()));
        this.server = Undertow.builder()
                .addHttpListener(options.port(), "127.0.0.1")
                .setIoThreads(1)
                .setWorkerThreads(1)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, HEADER_BYTES)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, HEADER_MILLIS)
                .setServerOption(UndertowOptions.IDLE_TIMEOUT, IDLE_MILLIS)
                .setHandler(new PageGuard(new HttpContinueReadHandler(handler)))
                .build();
        server.start();
    }

    /**
     * Serves the operations on the platform's own resources too, from now on.
     *
     * @param infrastructure what they act on
     */
    public void serve(Infrastructure infrastructure) {
        add(actions, infrastructure);
    }

    static Actions add(Actions actions, Infrastructure infrastructure) {
        return actions
                .serve("ecs", EcsActions.all(infrastructure))
                .serve("elasticloadbalancing", LoadBalancerActions.all(infrastructure))
                .serve("servicediscovery", DiscoveryActions.all(infrastructure))
                .serve("cloudformation", StackActions.all(infrastructure))
                .serve("ssm", ParameterActions.all(infrastructure));
    }

    /**
     * The operations that are served, whatever they act on.
     *
     * @return such as {@code ecs:DescribeServices}, by the services' signing names
     */
    public static Set<String> served() {
        return add(actions(AwsOptions.on(0), null, null, null, null), null).names();
    }

    /** {@return the port on 127.0.0.1} */
    public int port() {
        return ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
    }

    /** Stops listening; what is being answered is given up. */
    @Override
    public void close() {
        server.stop();
        calls.shutdownNow();
        calls.close();
    }
}
