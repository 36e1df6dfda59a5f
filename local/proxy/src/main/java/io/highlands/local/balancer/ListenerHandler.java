// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;

import io.highlands.local.forward.ForwardEngine;
import io.highlands.local.forward.Limits;
import io.highlands.local.forward.RequestTarget;

/** What one listener does with a request: finds the rule that matches and does what it says. */
final class ListenerHandler implements HttpHandler {

    private record Matcher(List<PathPattern> paths, Action action) {

        boolean matches(String path) {
            for (PathPattern pattern : paths) {
                if (pattern.matches(path)) {
                    return true;
                }
            }
            return paths.isEmpty();
        }
    }

    private final ForwardEngine engine;
    private final BalancerOptions options;
    private final BalancerMeter meter;
    private final Map<String, TargetGroup> groups;
    private final Limits limits;
    private volatile List<Matcher> rules = List.of();

    ListenerHandler(ForwardEngine engine, BalancerOptions options, BalancerMeter meter,
            Map<String, TargetGroup> groups) {
        this.engine = engine;
        this.options = options;
        this.meter = meter;
        this.groups = groups;
        this.limits = new Limits(options.connectTimeout(), Duration.ZERO, options.idleTimeout(), 0,
                options.maxBody());
    }

    void rules(Listener listener) {
        List<Matcher> matchers = new ArrayList<>(listener.rules().stream()
                .sorted(Comparator.comparingInt(Rule::priority))
                .map(rule -> new Matcher(rule.paths().stream().map(PathPattern::new).toList(), rule.action()))
                .toList());
        matchers.add(new Matcher(List.of(), listener.defaultAction()));
        rules = List.copyOf(matchers);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        String path = RequestTarget.path(exchange);
        for (Matcher rule : rules) {
            if (rule.matches(path)) {
                act(rule.action(), exchange, path);
                return;
            }
        }
    }

    private void act(Action action, HttpServerExchange exchange, String path) {
        switch (action) {
            case Action.Forward forward -> engine.forward(exchange,
                    new TargetPolicy(groups.get(forward.targetGroup()), exchange, meter, options, limits));
            case Action.FixedResponse fixed -> answer(fixed, exchange);
            case Action.Redirect redirect -> redirect(redirect, exchange, path);
        }
    }

    private void answer(Action.FixedResponse fixed, HttpServerExchange exchange) {
        meter.fixedResponse();
        exchange.setStatusCode(fixed.status());
        exchange.getResponseHeaders().put(Headers.SERVER, "awselb/2.0");
        if (fixed.contentType() != null) {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, fixed.contentType());
        }
        exchange.getResponseSender().send(fixed.body());
    }

    private void redirect(Action.Redirect redirect, HttpServerExchange exchange, String path) {
        meter.redirect();
        exchange.setStatusCode(redirect.status());
        exchange.getResponseHeaders().put(Headers.SERVER, "awselb/2.0");
        exchange.getResponseHeaders().put(Headers.LOCATION, Redirects.location(redirect, exchange.getHostName(),
                exchange.getDestinationAddress().getPort(), path, exchange.getQueryString()));
        exchange.endExchange();
    }
}
