// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.util.Headers;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.ControlJson;
import io.highlands.local.control.ControlPath;
import io.highlands.local.control.message.ErrorResponse;
import io.highlands.local.error.ErrorLog;
import io.highlands.local.error.UserError;
import io.highlands.local.http.LoopbackServer;
import io.highlands.local.http.OriginGuard;
import io.highlands.local.http.ReceivedBody;
import io.highlands.local.http.StartToken;
import io.highlands.local.http.WorkerCalls;

/**
 * The HTTP interface of the running process, on a free port of 127.0.0.1: each action is a path, each answer JSON. A
 * caller without this start's token, or one that names another host or that a browser marks as a page's, is refused.
 */
final class ControlServer implements AutoCloseable {

    /** Responds to one request with a record of {@code control-api}, or a list of records. */
    interface Action extends Function<ControlRequest, Object> {
    }

    private static final String BEARER = "Bearer ";

    /** The longest body names a fault or a folder. */
    private static final int MAX_BODY_BYTES = 64 * 1024;

    /** How long responses may take to leave once the server is to close. */
    private static final long RESPONSE_TIMEOUT_MILLIS = 1_000;

    /** What reads the whole store, for as long as it takes; all else waits for something, or is done at once. */
    private static final Set<ControlPath> EVALUATED = EnumSet.of(ControlPath.COST, ControlPath.COVERAGE,
            ControlPath.TRACES, ControlPath.SEARCH, ControlPath.COMPARE, ControlPath.TRACE, ControlPath.INCIDENT);

    private static final Duration MAX_EVALUATION = Duration.ofSeconds(8);

    private final Map<ControlPath, Action> actions;

    private final WorkerCalls evaluations = new WorkerCalls("control", 2, 16, Duration.ofSeconds(4));

    private final StartToken token;

    private final OriginGuard guard = OriginGuard.programsByAddress();

    private final ErrorLog errors;

    private final LoopbackServer server;

    /** A stop is an action like another: who asked for it still gets its answer. */
    private GracefulShutdownHandler requests;

    /**
     * Starts listening.
     *
     * @param token the secret of this start
     * @param actions what is served
     * @param errors records unexpected errors
     */
    ControlServer(StartToken token, Map<ControlPath, Action> actions, ErrorLog errors) {
        this.errors = errors;
        this.actions = new EnumMap<>(actions);
        this.token = token;
        this.server = new LoopbackServer(new LoopbackServer.Options(0, false), (threads, port) -> {
            requests = new GracefulShutdownHandler(admitted(new ReceivedBody(MAX_BODY_BYTES)
                    .before(exchange -> exchange.dispatch(threads, this::handle))));
            return requests;
        });
    }

    /**
     * Where it listens.
     *
     * @return the port on 127.0.0.1
     */
    int port() {
        return server.port();
    }

    private HttpHandler admitted(HttpHandler next) {
        return exchange -> {
            Optional<String> refusal = guard.refusal(exchange);
            if (refusal.isPresent()) {
                answer(exchange, 403, error(refusal.get()));
            } else if (isAuthorized(exchange)) {
                next.handleRequest(exchange);
            } else {
                answer(exchange, 401, error("the token of this start is needed, see control.json"));
            }
        };
    }

    private void handle(HttpServerExchange exchange) {
        String asked = exchange.getRequestMethod() + " " + exchange.getRequestPath();
        Optional<Map.Entry<ControlPath, Action>> action = actions.entrySet().stream()
                .filter(one -> one.getKey().toString().equals(asked)).findFirst();
        if (action.isEmpty()) {
            answer(exchange, 404, error("no such action: " + asked));
            return;
        }
        perform(exchange, action.get().getKey(), action.get().getValue());
    }

    private void perform(HttpServerExchange exchange, ControlPath path, Action action) {
        try {
            ControlRequest request = request(exchange);
            answer(exchange, 200, EVALUATED.contains(path)
                    ? evaluations.await(() -> action.apply(request), MAX_EVALUATION, () -> {
                        throw new ControlException(
                                "the platform is busy, or the time range too long; try again: " + path);
                    })
                    : action.apply(request));
        } catch (UserError refused) {
            answer(exchange, 400, error(refused.getMessage()));
        } catch (RuntimeException unexpected) {
            answer(exchange, 500, error(errors.line(
                    exchange.getRequestMethod() + " " + exchange.getRequestPath(), unexpected)));
        }
    }

    private static ControlRequest request(HttpServerExchange exchange) {
        return new ControlRequest(exchange.getQueryParameters(), ReceivedBody.of(exchange));
    }

    private static void answer(HttpServerExchange exchange, int status, Object body) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(ByteBuffer.wrap(ControlJson.bytes(body)));
    }

    private static ErrorResponse error(String message) {
        return new ErrorResponse(message);
    }

    private boolean isAuthorized(HttpServerExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
        return given != null && given.startsWith(BEARER) && token.is(given.substring(BEARER.length()));
    }

    @Override
    public void close() {
        requests.shutdown();
        try {
            requests.awaitShutdown(RESPONSE_TIMEOUT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.closeAfterRequests();
        evaluations.close();
    }
}
