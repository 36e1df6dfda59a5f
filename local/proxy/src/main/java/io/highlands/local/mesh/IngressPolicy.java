// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;

import io.highlands.local.forward.Limits;
import io.highlands.local.forward.LocalAnswer;
import io.highlands.local.forward.Outcome;
import io.highlands.local.forward.Policy;
import io.highlands.local.forward.Summary;
import io.highlands.local.forward.UpstreamRoute;

/** One request that came to a task: one attempt, at the task's own process; a retry elsewhere is the caller's. */
final class IngressPolicy implements Policy {

    private final IngressEndpoint endpoint;
    private final HttpServerExchange exchange;
    private final boolean fromMesh;

    IngressPolicy(IngressEndpoint endpoint, HttpServerExchange exchange, boolean fromMesh) {
        this.endpoint = endpoint;
        this.exchange = exchange;
        this.fromMesh = fromMesh;
    }

    @Override
    public Limits limits() {
        return endpoint.limits(fromMesh);
    }

    @Override
    public UpstreamRoute choose(int attempt) {
        return endpoint.app();
    }

    @Override
    public void prepare(HeaderMap request) {
        MeshHeaders.prepare(request, endpoint.timeouts(), fromMesh);
    }

    @Override
    public void attempted(UpstreamRoute route, Outcome outcome, int status, HeaderMap answer, long nanos) {
        if (outcome == Outcome.ANSWERED) {
            endpoint.meter().answeredByApp(status, nanos);
        }
    }

    @Override
    public void answer(HeaderMap answer, long upstreamNanos) {
        MeshHeaders.answer(answer, upstreamNanos);
    }

    @Override
    public LocalAnswer failure(Outcome outcome) {
        return ProxyAnswers.of(outcome, 1);
    }

    @Override
    public boolean closing() {
        return endpoint.draining();
    }

    @Override
    public void finished(Summary summary) {
        endpoint.finished(exchange, summary);
    }
}
