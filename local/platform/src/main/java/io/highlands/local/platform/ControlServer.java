// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.util.Headers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.error.ErrorLog;
import io.highlands.local.error.UserError;
import io.highlands.local.http.LoopbackServer;
import io.highlands.local.http.OriginGuard;
import io.highlands.local.http.StartToken;

/**
 * The HTTP interface of the running process, on a free port of 127.0.0.1: each action is a path, each answer JSON. A
 * caller without this start's token, or one that names another host or that a browser marks as a page's, is refused.
 */
final class ControlServer implements AutoCloseable {

    /** Answers one request from its query parameters. */
    interface Action extends Function<Map<String, Deque<String>>, JsonNode> {
    }

    private static final String BEARER = "Bearer ";

    /** No action has a body. */
    private static final long MAX_BODY_BYTES = 64 * 1024;

    private static final JsonMapper JSON = JsonMapper.shared();

    /** How long responses may take to leave once the server is to close. */
    private static final long RESPONSE_TIMEOUT_MILLIS = 1_000;

    private final Map<String, Action> actions;

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
     * @param actions what is served, by {@code METHOD /path}
     * @param errors records unexpected errors
     */
    ControlServer(StartToken token, Map<String, Action> actions, ErrorLog errors) {
        this.errors = errors;
        this.actions = Map.copyOf(actions);
        this.token = token;
        this.server = new LoopbackServer(new LoopbackServer.Options(0, MAX_BODY_BYTES, false), (threads, port) -> {
            requests = new GracefulShutdownHandler(exchange -> exchange.dispatch(threads, this::handle));
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

    private void handle(HttpServerExchange exchange) {
        Optional<String> refusal = guard.refusal(exchange);
        if (refusal.isPresent()) {
            answer(exchange, 403, error(refusal.get()));
            return;
        }
        if (!isAuthorized(exchange)) {
            answer(exchange, 401, error("the token of this start is needed, see control.json"));
            return;
        }
        Action action = actions.get(exchange.getRequestMethod() + " " + exchange.getRequestPath());
        if (action == null) {
            answer(exchange, 404, error("no such action: " + exchange.getRequestMethod() + " "
                    + exchange.getRequestPath()));
            return;
        }
        perform(exchange, action);
    }

    private void perform(HttpServerExchange exchange, Action action) {
        try {
            answer(exchange, 200, action.apply(exchange.getQueryParameters()));
        } catch (UserError refused) {
            answer(exchange, 400, error(refused.getMessage()));
        } catch (RuntimeException unexpected) {
            answer(exchange, 500, error(errors.line(
                    exchange.getRequestMethod() + " " + exchange.getRequestPath(), unexpected)));
        }
    }

    private static void answer(HttpServerExchange exchange, int status, JsonNode body) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(JSON.writeValueAsString(body));
    }

    private static JsonNode error(String message) {
        return JSON.createObjectNode().put("error", message);
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
    }
}
