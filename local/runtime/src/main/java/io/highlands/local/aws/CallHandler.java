// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

import io.highlands.local.aws.wire.Answer;
import io.highlands.local.aws.wire.AwsError;
import io.highlands.local.aws.wire.Inflater;
import io.highlands.local.aws.wire.Route;
import io.highlands.local.aws.wire.WireRequest;
import io.highlands.local.http.IoThread;

/** Takes a request's body within its limits and has it answered on a virtual thread. */
final class CallHandler implements HttpHandler {

    /** AWS's limit for PutMetricData and PutLogEvents is 1 MiB; a log batch grows by its escapes in JSON. */
    static final int BODY_BYTES = 1 << 20;

    private static final int LOG_BODY_BYTES = 4 << 20;

    /** 1000 data of 150 values and counts are some 3 MB of CBOR; AWS states no limit after inflation. */
    static final int INFLATED_BYTES = 4 << 20;

    /** Each request may hold some tens of megabytes while it is read; the heap is small. */
    private static final int AT_ONCE = 4;

    private static final HttpString REQUEST_ID = new HttpString("x-amzn-RequestId");

    private static final HttpString TARGET = new HttpString("X-Amz-Target");

    private final Semaphore room = new Semaphore(AT_ONCE, true);
    private final Executor calls;
    private final Dispatcher dispatcher;

    CallHandler(Executor calls, Dispatcher dispatcher) {
        this.calls = calls;
        this.dispatcher = dispatcher;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        int limit = limit(exchange);
        new BodyIntake(limit, body -> exchange.dispatch(calls, () -> answer(exchange, body)),
                size -> send(exchange, Route.refusal(request(exchange, new byte[0]), AwsError.tooLarge(size, limit))))
                .take(exchange);
    }

    private static int limit(HttpServerExchange exchange) {
        String target = exchange.getRequestHeaders().getFirst(TARGET);
        return target != null && target.startsWith("Logs_") ? LOG_BODY_BYTES : BODY_BYTES;
    }

    private void answer(HttpServerExchange exchange, byte[] body) {
        try {
            room.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            IoThread.giveUp(exchange, 503);
            return;
        }
        try {
            Answer answer = dispatch(exchange, body);
            IoThread.answer(exchange, same -> send(same, answer));
        } catch (RuntimeException | Error failed) {
            // Even without memory left the client learns that there is no answer.
            IoThread.giveUp(exchange, 500);
            throw failed;
        } finally {
            room.release();
        }
    }

    private Answer dispatch(HttpServerExchange exchange, byte[] body) {
        WireRequest request = request(exchange, body);
        try {
            byte[] inflated = Inflater.inflate(exchange.getRequestHeaders().getFirst(Headers.CONTENT_ENCODING), body,
                    INFLATED_BYTES);
            return dispatcher.dispatch(request(exchange, inflated));
        } catch (AwsError error) {
            return Route.refusal(request, error);
        }
    }

    private static WireRequest request(HttpServerExchange exchange, byte[] body) {
        String id = exchange.getResponseHeaders().getFirst(REQUEST_ID);
        if (id == null) {
            id = UUID.randomUUID().toString();
            exchange.getResponseHeaders().put(REQUEST_ID, id);
        }
        return new WireRequest(id, exchange.getRequestPath(), exchange.getRequestHeaders()::getFirst, body);
    }

    private static void send(HttpServerExchange exchange, Answer answer) {
        exchange.setStatusCode(answer.status());
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        exchange.getResponseSender().send(ByteBuffer.wrap(answer.body()));
    }
}
