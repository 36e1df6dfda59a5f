// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;

import io.highlands.local.balancer.TargetHealth.State;
import io.highlands.local.forward.Limits;
import io.highlands.local.forward.LocalAnswer;
import io.highlands.local.forward.Outcome;
import io.highlands.local.forward.Policy;
import io.highlands.local.forward.Summary;
import io.highlands.local.forward.UpstreamRoute;

/**
 * One request to a target group: one target, and no second try, whatever the method. AWS documents no retry, and says that a
 * request on a connection that the target has closed is answered with 502.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html">
 *     Edit attributes, "Connection idle timeout"</a>
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html">
 *     Troubleshoot, "HTTP 502: Bad gateway"</a>
 */
final class TargetPolicy implements Policy {

    private final TargetGroup group;
    private final HttpServerExchange exchange;
    private final BalancerMeter meter;
    private final BalancerOptions options;
    private final Limits limits;
    private RegisteredTarget target;

    TargetPolicy(TargetGroup group, HttpServerExchange exchange, BalancerMeter meter, BalancerOptions options,
            Limits limits) {
        this.group = group;
        this.exchange = exchange;
        this.meter = meter;
        this.options = options;
        this.limits = limits;
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public UpstreamRoute choose(int attempt) {
        target = group.choose();
        if (target == null) {
            return null;
        }
        target.requestBegins();
        meter.routed();
        group.meter().routed(target.state() == State.HEALTHY);
        return target.route();
    }

    @Override
    public boolean resendsOnClosedConnection() {
        return false;
    }

    @Override
    public void prepare(HeaderMap request) {
        if (options.dropInvalidHeaders() && ClientHeaders.dropInvalid(request)) {
            meter.droppedHeader();
        }
        ClientHeaders.add(request, exchange.getSourceAddress().getAddress().getHostAddress(),
                exchange.getDestinationAddress().getPort(), System.currentTimeMillis() / 1000);
    }

    @Override
    public void attempted(UpstreamRoute route, Outcome outcome, int status, HeaderMap answer, long nanos) {
        if (outcome == Outcome.ANSWERED) {
            group.meter().answered(status, nanos);
        } else if (outcome == Outcome.REFUSED || outcome == Outcome.CONNECT_TIMEOUT) {
            group.meter().connectionFailed();
        }
    }

    @Override
    public LocalAnswer failure(Outcome outcome) {
        exchange.getResponseHeaders().put(Headers.SERVER, "awselb/2.0");
        return BalancerAnswers.of(outcome);
    }

    @Override
    public void finished(Summary summary) {
        meter.finished(summary);
        if (target != null) {
            target.requestOver();
            if (summary.local() && summary.status() >= 500) {
                group.meter().failedHere();
            }
        }
    }
}
