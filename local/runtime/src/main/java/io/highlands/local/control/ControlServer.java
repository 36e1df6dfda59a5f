// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.util.Headers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.error.ErrorLog;
import io.highlands.local.error.UserError;

/**
 * The HTTP interface of the running process, on a free port of 127.0.0.1: each action is a path, each answer JSON. A
 * caller without this start's token, or one that names another host (a page of another origin), is refused.
 */
final class ControlServer implements AutoCloseable {

    /** Answers one request from its query parameters. */
    interface Action extends Function<Map<String, Deque<String>>, JsonNode> {
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    /** How long answers may take to leave once the server is to close. */
    private static final long ANSWER_PATIENCE_MILLIS = 1_000;

    private final Map<String, Action> actions;

    private final byte[] authorization;

    private final ErrorLog errors;

    private final ExecutorService actionsAtWork = Executors.newVirtualThreadPerTaskExecutor();

    /** A stop is an action like another: who asked for it still gets its answer. */
    private final GracefulShutdownHandler requests = new GracefulShutdownHandler(
            exchange -> exchange.dispatch(actionsAtWork, this::handle));

    private final Undertow server;

    /**
     * Starts listening.
     *
     * @param token the secret of this start
     * @param actions what is served, by {@code METHOD /path}
     * @param errors records unexpected errors
     */
    ControlServer(String token, Map<String, Action> actions, ErrorLog errors) {
        this.errors = errors;
        this.actions = Map.copyOf(actions);
        this.authorization = bytes("Bearer " + token);
        this.server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setIoThreads(1)
                .setWorkerThreads(1)
                .setHandler(requests)
                .build();
        server.start();
    }

    /**
     * Where it listens.
     *
     * @return the port on 127.0.0.1
     */
    int port() {
        return ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
    }

    private void handle(HttpServerExchange exchange) {
        if (!exchange.getHostName().equals("127.0.0.1") || exchange.getRequestHeaders().contains(Headers.ORIGIN)) {
            answer(exchange, 403, error("only 127.0.0.1 is served, and no web page of another origin"));
            return;
        }
        if (!MessageDigest.isEqual(authorization,
                bytes(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION)))) {
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

    private static byte[] bytes(String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        requests.shutdown();
        try {
            requests.awaitShutdown(ANSWER_PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop();
        actionsAtWork.close();
    }
}
