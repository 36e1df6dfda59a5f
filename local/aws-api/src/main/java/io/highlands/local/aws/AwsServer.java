// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.util.Set;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.util.Headers;
import io.undertow.util.Methods;

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
import io.highlands.local.aws.wire.Answer;
import io.highlands.local.aws.wire.AwsError;
import io.highlands.local.aws.wire.Route;
import io.highlands.local.aws.wire.WireRequest;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.dashboards.DashboardService;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.http.LoopbackServer;
import io.highlands.local.http.OriginGuard;
import io.highlands.local.logs.LogService;

/** Serves AWS's APIs on 127.0.0.1, to this machine's programs and to no web page. */
public final class AwsServer implements AutoCloseable {

    private final Actions actions;
    private final LoopbackServer server;
    private final CallHandler calls;
    private final Dispatcher dispatcher;

    /**
     * Starts listening.
     *
     * @param options the port, and the Region in ARNs
     * @param metrics what serves metrics
     * @param alarms what serves alarms
     * @param dashboards what serves dashboards
     * @param logs what serves logs
     * @throws io.highlands.local.error.PortTakenException when the port is taken
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
     * @throws io.highlands.local.error.PortTakenException when the port is taken
     */
    AwsServer(AwsOptions options, Actions actions) {
        this.actions = actions;
        this.dispatcher = new Dispatcher(actions, options.refusals());
        this.calls = new CallHandler(dispatcher);
        this.server = new LoopbackServer(LoopbackServer.Options.of(options.port()),
                (threads, port) -> OriginGuard.programs()
                        .before(onlyPost(new HttpContinueReadHandler(calls))));
    }

    /** A browser's request by another method, such as for a picture, has no Origin in each browser. */
    private static HttpHandler onlyPost(HttpHandler next) {
        return exchange -> {
            if (exchange.getRequestMethod().equals(Methods.POST)) {
                next.handleRequest(exchange);
            } else {
                refuseMethod(exchange);
            }
        };
    }

    private static void refuseMethod(HttpServerExchange exchange) {
        exchange.setStatusCode(405);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
        exchange.getResponseSender()
                .send("the AWS APIs of this machine take POST, as SDKs and the aws command send it\n");
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

    /**
     * {@return the response to a request of this process, as it would come by HTTP}
     *
     * @param request the request, inflated
     */
    public Answer answer(WireRequest request) {
        try {
            return dispatcher.dispatch(request);
        } catch (AwsError unknown) {
            return Route.refusal(request, unknown);
        }
    }

    /** {@return the port on 127.0.0.1} */
    public int port() {
        return server.port();
    }

    /** Stops listening; what is being answered is given up. */
    @Override
    public void close() {
        server.close();
        calls.close();
    }
}
