// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.util.HashSet;
import java.util.Set;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;

import io.highlands.local.forward.Limits;
import io.highlands.local.forward.LocalAnswer;
import io.highlands.local.forward.Outcome;
import io.highlands.local.forward.Policy;
import io.highlands.local.forward.Summary;
import io.highlands.local.forward.UpstreamRoute;

/**
 * One request from a task to an alias: round robin, and two retries on connection failure and on 503, on another host as
 * long as there is one.
 */
final class EgressPolicy implements Policy {

    private static final int MAX_ATTEMPTS = 3;

    private final EgressEndpoint endpoint;
    private final HttpServerExchange exchange;
    private MeshHost host;
    private Set<String> tried = Set.of();
    private int attempts;
    private boolean byProxy = true;

    EgressPolicy(EgressEndpoint endpoint, HttpServerExchange exchange) {
        this.endpoint = endpoint;
        this.exchange = exchange;
    }

    @Override
    public Limits limits() {
        return endpoint.limits();
    }

    @Override
    public UpstreamRoute choose(int attempt) {
        if (host != null) {
            tried = tried.isEmpty() ? new HashSet<>() : tried;
            tried.add(host.task().taskId());
        }
        MeshHost next = endpoint.choose(tried);
        if (next == null) {
            return null;
        }
        host = next;
        attempts = attempt;
        return endpoint.route(next);
    }

    @Override
    public boolean reachable(UpstreamRoute route) {
        return endpoint.reachable(host);
    }

    @Override
    public boolean retries(Outcome outcome, int status, int made) {
        if (made >= MAX_ATTEMPTS) {
            return false;
        }
        return outcome == Outcome.REFUSED || outcome == Outcome.CONNECT_TIMEOUT
                || outcome == Outcome.ANSWERED && status == 503;
    }

    @Override
    public void prepare(HeaderMap request) {
        MeshHeaders.prepare(request, endpoint.timeouts(), true);
    }

    @Override
    public void attempted(UpstreamRoute route, Outcome outcome, int status, HeaderMap answer, long nanos) {
        byProxy = outcome != Outcome.ANSWERED || !answer.contains(MeshHeaders.SERVICE_TIME);
        if (!byProxy) {
            endpoint.meter().answeredByTarget(status, nanos);
        } else if (outcome != Outcome.ANSWERED) {
            endpoint.failed(route.id(), outcome);
        } else if (status == 503 || status == 504) {
            endpoint.failed(route.id(), status == 503 ? Outcome.RESET : Outcome.TIMEOUT);
        }
    }

    @Override
    public void answer(HeaderMap answer, long upstreamNanos) {
        MeshHeaders.answer(answer, upstreamNanos);
    }

    @Override
    public LocalAnswer failure(Outcome outcome) {
        byProxy = true;
        return ProxyAnswers.of(outcome, attempts);
    }

    @Override
    public void finished(Summary summary) {
        endpoint.meter().finished(summary, byProxy);
        if (endpoint.accessLog().wanted()) {
            endpoint.log(AccessEntry.of(endpoint.accessLog(), exchange, summary));
        }
    }
}
