// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.io.IOException;

import io.undertow.client.ClientCallback;
import io.undertow.client.ClientConnection;
import io.undertow.client.ClientExchange;
import io.undertow.client.ClientRequest;
import io.undertow.client.ClientResponse;
import org.xnio.IoUtils;
import org.xnio.Options;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.channels.StreamSourceChannel;

/** One sending of a request over one route, until the answer begins or the attempt fails; it fails or is answered once. */
final class Attempt {

    /** Hears of the attempt's turns; after {@link #abandon} of nothing. */
    interface Events {

        /** The head of the request is on its way; its body can follow. */
        void sending(Attempt attempt, StreamSinkChannel body);

        /** The head of the answer is there. */
        void answered(Attempt attempt, ClientResponse head, StreamSourceChannel body);

        /** The head of an interim response is there. */
        void interim(Attempt attempt, String head);

        /** There will be no answer. */
        void failed(Attempt attempt, Outcome outcome);
    }

    private final UpstreamRoute route;
    private final ConnectionPool pool;
    private final XnioIoThread thread;
    private final Events events;
    private final long startedAt = System.nanoTime();
    private UpstreamConnection connection;
    private boolean ends;
    private XnioExecutor.Key connectTimer;
    private boolean reused;
    private boolean over;

    Attempt(UpstreamRoute route, ConnectionPool pool, XnioIoThread thread, Events events) {
        this.route = route;
        this.pool = pool;
        this.thread = thread;
        this.events = events;
    }

    /** Starts on an idle connection, or on a new one if there is none or it must not be an idle one. */
    void start(ClientRequest request, boolean mayReuse, long connectMillis) {
        UpstreamConnection idle = mayReuse ? pool.take(route) : null;
        if (idle != null) {
            reused = true;
            send(idle, request);
            return;
        }
        startConnectTimer(connectMillis);
        pool.connect(route, new ClientCallback<>() {

            @Override
            public void completed(UpstreamConnection made) {
                route.connections().opened();
                made.client().addCloseListener(closed -> route.connections().closed());
                if (over) {
                    IoUtils.safeClose(made.client());
                    return;
                }
                stopConnectTimer();
                send(made, request);
            }

            @Override
            public void failed(IOException cause) {
                fail(Outcome.REFUSED);
            }
        });
    }

    /** Starts over a route to which nothing leads: the connect timeout passes, and nothing is sent. */
    void startNowhere(long connectMillis) {
        startConnectTimer(connectMillis);
    }

    UpstreamRoute route() {
        return route;
    }

    /** {@return whether the connection had carried a request before, and so may have been closed by the other end} */
    boolean reused() {
        return reused;
    }

    long nanos() {
        return System.nanoTime() - startedAt;
    }

    /** Ends the attempt at once, and its connection with it. */
    void abandon() {
        over = true;
        stopConnectTimer();
        if (connection != null) {
            closeHard(connection.client());
        }
    }

    /** Gives the connection back for the next request; both bodies are complete. */
    void complete() {
        over = true;
        if (ends) {
            closeHard(connection.client());
        } else {
            pool.give(route, connection);
        }
    }

    private void send(UpstreamConnection to, ClientRequest request) {
        connection = to;
        to.answers().expect(this::interim);
        to.client().sendRequest(request, new ClientCallback<>() {

            @Override
            public void completed(ClientExchange exchange) {
                exchange.setResponseListener(new AnswerListener());
                if (!over) {
                    events.sending(Attempt.this, exchange.getRequestChannel());
                }
            }

            @Override
            public void failed(IOException cause) {
                fail(Outcome.RESET);
            }
        });
    }

    private void interim(String head) {
        if (!over) {
            events.interim(this, head);
        }
    }

    private void fail(Outcome outcome) {
        if (!over) {
            abandon();
            events.failed(this, outcome);
        }
    }

    private void startConnectTimer(long millis) {
        connectTimer = Timers.after(thread, millis, () -> fail(Outcome.CONNECT_TIMEOUT));
    }

    private void stopConnectTimer() {
        if (connectTimer != null) {
            connectTimer.remove();
            connectTimer = null;
        }
    }

    /** The client's own close waits for the other end; a request that is given up must free it at once. */
    private static void closeHard(ClientConnection connection) {
        try {
            connection.setOption(Options.CLOSE_ABORT, true);
            IoUtils.safeClose(connection.performUpgrade());
        } catch (IOException alreadyClosing) {
            IoUtils.safeClose(connection);
        }
    }

    private final class AnswerListener implements ClientCallback<ClientExchange> {

        @Override
        public void completed(ClientExchange exchange) {
            if (!over) {
                ends = ConnectionFields.ends(exchange.getResponse().getResponseHeaders());
                events.answered(Attempt.this, exchange.getResponse(), exchange.getResponseChannel());
            }
        }

        @Override
        public void failed(IOException cause) {
            fail(connection.answers().unreadable() ? Outcome.BAD_ANSWER : Outcome.RESET);
        }
    }
}
