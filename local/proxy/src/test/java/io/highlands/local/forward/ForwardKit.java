// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.undertow.util.HeaderMap;

/** A forwarder between a client and one target, with a policy that passes everything on and tries once. */
final class ForwardKit implements AutoCloseable {

    static final String TARGET = "127.77.251.2";
    static final String SOURCE = "127.77.251.1";
    static final int MAX_HEADER = 8 * 1024;
    static final long MAX_BODY = 300L * 1024 * 1024;

    final List<Summary> finished = new CopyOnWriteArrayList<>();
    final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
    private final ForwardEngine engine = new ForwardEngine(
            new EngineOptions("forward-test", 2, MAX_HEADER, MAX_HEADER, Duration.ofMinutes(1),
                    Duration.ofSeconds(10)));
    private final UpstreamRoute route = new UpstreamRoute("target", SOURCE, TARGET, 3000,
            UpstreamRoute.Connections.UNCOUNTED);
    private final Listening listening;
    private final Limits limits;

    ForwardKit() {
        this(new Limits(Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofSeconds(20), 64 * 1024, MAX_BODY));
    }

    ForwardKit(Limits limits) {
        this.limits = limits;
        this.listening = engine.listen(new InetSocketAddress("127.77.251.1", 8080), ConnectionGate.OPEN,
                exchange -> engine.forward(exchange, new PassOn()));
    }

    int port() {
        return listening.port();
    }

    RawClient client() throws IOException {
        return new RawClient("127.77.251.1", port());
    }

    @Override
    public void close() {
        engine.close();
    }

    private final class PassOn implements Policy {

        @Override
        public Limits limits() {
            return limits;
        }

        @Override
        public UpstreamRoute choose(int attempt) {
            return route;
        }

        @Override
        public void attempted(UpstreamRoute to, Outcome outcome, int status, HeaderMap answer, long nanos) {
            outcomes.add(outcome);
        }

        @Override
        public LocalAnswer failure(Outcome outcome) {
            int status = outcome == Outcome.BODY_TOO_LARGE ? 413 : outcome == Outcome.BAD_BODY ? 400 : 502;
            return new LocalAnswer(status, "text/plain", outcome.name());
        }

        @Override
        public void finished(Summary summary) {
            finished.add(summary);
        }
    }
}
