// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.io.IOException;

import io.undertow.client.ClientResponse;
import io.undertow.server.HttpServerExchange;
import org.xnio.XnioIoThread;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.channels.StreamSourceChannel;

import io.highlands.local.http.Framing;

/**
 * One request on its way through: attempts until one is answered or the policy gives up, then the answer, or one made
 * here. Everything happens on the I/O thread of the client's connection.
 */
final class ForwardCall implements Runnable, Attempt.Events {

    private static final System.Logger LOG = System.getLogger(ForwardCall.class.getName());
    private static final int MAX_SENDINGS = 3;

    private final Downstream client;
    private final Policy policy;
    private final Limits limits;
    private final ConnectionPool pool;
    private final XnioIoThread thread;
    private final ClientWatch watch;
    private final long startedAtMillis = System.currentTimeMillis();
    private final long startedAt = System.nanoTime();
    private final Deadline deadline;
    private Replay replay;
    private BodyPump requestBody;
    private BodyPump answerBody;
    private Attempt attempt;
    private int attempts;
    private long upstreamNanos = -1;
    private boolean answering;
    private boolean finished;

    ForwardCall(HttpServerExchange exchange, Policy policy, ConnectionPool pool) {
        this.client = new Downstream(exchange);
        this.policy = policy;
        this.limits = policy.limits();
        this.pool = pool;
        this.thread = exchange.getIoThread();
        this.watch = ClientWatch.on(exchange);
        this.deadline = new Deadline(thread, limits.perRequest().toMillis(), limits.idle().toMillis(),
                this::timedOut);
    }

    @Override
    public void run() {
        watch.begin(this::clientGone);
        try {
            begin();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the forwarding of a request", e);
            breakOff();
        }
    }

    private void begin() {
        if (client.hasBody()) {
            if (client.announcedLength() > limits.maxBody()) {
                answerLocally(Outcome.BODY_TOO_LARGE);
                return;
            }
            replay = new Replay(limits.replay());
            requestBody = new BodyPump(client.requestBody(), client.buffers(), replay, new RequestEvents());
        } else {
            watch.requestRead();
            deadline.requestRead();
        }
        deadline.start();
        HopByHop.removeNamed(client.requestHeaders());
        client.nameHost();
        policy.prepare(client.requestHeaders());
        next();
        if (requestBody != null) {
            client.whenUnreadable(() -> giveUp(Outcome.BAD_BODY));
        }
    }

    private void next() {
        UpstreamRoute route = policy.choose(attempts + 1);
        if (route == null) {
            answerLocally(Outcome.NO_HOST);
            return;
        }
        send(route, true);
    }

    private void send(UpstreamRoute route, boolean mayReuse) {
        attempts++;
        attempt = new Attempt(route, pool, thread, this);
        if (policy.reachable(route)) {
            attempt.start(client.request(), mayReuse, limits.connect().toMillis());
        } else {
            attempt.startNowhere(limits.connect().toMillis());
        }
    }

    @Override
    public void sending(Attempt sent, StreamSinkChannel body) {
        if (requestBody != null && sent == attempt) {
            requestBody.attach(body);
        }
    }

    @Override
    public void interim(Attempt from, String head) {
        if (from == attempt && !answering) {
            deadline.moved();
            client.interim(head);
        }
    }

    @Override
    public void failed(Attempt failed, Outcome outcome) {
        if (answering) {
            breakOff();
            return;
        }
        boolean stale = failed.reused() && outcome == Outcome.RESET && attempts < MAX_SENDINGS
                && client.idempotent() && policy.resendsOnClosedConnection();
        stopSending();
        policy.attempted(failed.route(), outcome, 0, null, failed.nanos());
        if (stale && replayable()) {
            send(failed.route(), false);
        } else if (replayable() && policy.retries(outcome, 0, attempts)) {
            next();
        } else {
            answerLocally(outcome);
        }
    }

    @Override
    public void answered(Attempt answered, ClientResponse head, StreamSourceChannel body) {
        long nanos = answered.nanos();
        int status = head.getResponseCode();
        if (!Framing.certain(head)) {
            answered.abandon();
            failed(answered, Outcome.BAD_ANSWER);
            return;
        }
        policy.attempted(answered.route(), Outcome.ANSWERED, status, head.getResponseHeaders(), nanos);
        if (replayable() && policy.retries(Outcome.ANSWERED, status, attempts)) {
            stopSending();
            answered.abandon();
            next();
            return;
        }
        upstreamNanos = nanos;
        pass(head, body);
    }

    private void pass(ClientResponse head, StreamSourceChannel body) {
        answering = true;
        boolean requestOpen = requestBody != null && !requestBody.read();
        answerBody = new BodyPump(body, client.buffers(), null, new AnswerEvents());
        answerBody.attach(client.begin(head, policy, upstreamNanos, requestOpen || policy.closing()));
    }

    private void answerDone() {
        boolean sent = requestBody == null || requestBody.done();
        finish(client.status(), false, answerBody.bytes());
        if (sent) {
            attempt.complete();
        } else {
            stopSending();
            attempt.abandon();
        }
        client.end(!sent);
    }

    private void answerLocally(Outcome outcome) {
        LocalAnswer answer = policy.failure(outcome);
        answering = true;
        finish(answer.status(), true, answer.body().length());
        client.answer(answer, policy.closing());
    }

    private void timedOut(Outcome outcome) {
        boolean client = requestBody != null && requestBody.waitsForSource();
        giveUp(client ? Outcome.CLIENT_IDLE : outcome);
    }

    private void giveUp(Outcome outcome) {
        if (answering && !finished) {
            breakOff();
        } else if (!finished) {
            abandon(outcome);
            answerLocally(outcome);
        }
    }

    private void clientGone() {
        if (!finished) {
            abandon(Outcome.CLIENT_GONE);
            finish(answering ? client.status() : 0, false, answerBody == null ? 0 : answerBody.bytes());
        }
    }

    private void abandon(Outcome outcome) {
        stopSending();
        if (answerBody != null) {
            answerBody.detach();
        }
        if (attempt != null) {
            attempt.abandon();
            if (!answering) {
                policy.attempted(attempt.route(), outcome, 0, null, attempt.nanos());
            }
        }
    }

    /** An answer that cannot be completed ends its connection, so that nobody takes it for complete. */
    private void breakOff() {
        abandon(Outcome.RESET);
        finish(client.status(), false, answerBody == null ? 0 : answerBody.bytes());
        watch.reset();
    }

    private void stopSending() {
        if (requestBody != null) {
            requestBody.detach();
        }
    }

    private boolean replayable() {
        return replay == null || replay.complete();
    }

    private void finish(int status, boolean local, long bytesSent) {
        if (finished) {
            return;
        }
        finished = true;
        watch.end();
        deadline.stop();
        policy.finished(new Summary(startedAtMillis, System.nanoTime() - startedAt, status, local,
                requestBody == null ? 0 : requestBody.bytes(), bytesSent, upstreamNanos,
                attempt == null ? null : attempt.route(), attempts));
    }

    /** What happens to the request's body on its way up. */
    private final class RequestEvents implements BodyPump.Events {

        @Override
        public void moved() {
            deadline.moved();
            if (requestBody.bytes() > limits.maxBody() && !answering) {
                giveUp(Outcome.BODY_TOO_LARGE);
            }
        }

        @Override
        public void read() {
            deadline.requestRead();
            watch.requestRead();
        }

        @Override
        public void sourceFailed(IOException cause) {
            clientGone();
            watch.reset();
        }

        @Override
        public void sinkFailed(IOException cause) {
            // The target may have answered before it stopped listening: its answer, or its end, is read next.
        }
    }

    /** What happens to the answer's body on its way down. */
    private final class AnswerEvents implements BodyPump.Events {

        @Override
        public void moved() {
            deadline.moved();
        }

        @Override
        public void done() {
            answerDone();
        }

        @Override
        public void sourceFailed(IOException cause) {
            breakOff();
        }

        @Override
        public void sinkFailed(IOException cause) {
            clientGone();
            watch.reset();
        }
    }
}
