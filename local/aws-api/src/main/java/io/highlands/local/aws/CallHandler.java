// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

import io.highlands.local.aws.wire.Answer;
import io.highlands.local.aws.wire.AwsError;
import io.highlands.local.aws.wire.Route;
import io.highlands.local.aws.wire.WireRequest;
import io.highlands.local.http.BodyException;
import io.highlands.local.http.BodyMemory;
import io.highlands.local.http.BoundedBody;
import io.highlands.local.http.BoundedGzip;
import io.highlands.local.http.WorkerCalls;

/** Takes a request's body within its limits and has it answered by a worker, as its caller decides how much there is to compute. */
final class CallHandler implements HttpHandler, AutoCloseable {

    /** AWS's limit for PutMetricData and PutLogEvents is 1 MiB; a log batch grows by its escapes in JSON. */
    static final int BODY_BYTES = 1 << 20;

    private static final int LOG_BODY_BYTES = 4 << 20;

    /** 1000 data of 150 values and counts are some 3 MB of CBOR; AWS states no limit after inflation. */
    static final int INFLATED_BYTES = 4 << 20;

    /** Each request may hold some tens of megabytes while it is read; the heap is small. */
    private static final int MAX_CONCURRENT = 4;

    /** More than all tasks' publishers and a dashboard send at a time; the bodies of those that wait are bounded by this. */
    private static final int MAX_WAITING = 32;

    /** A client sees a response within 5 s. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(4);

    /** Bodies of all calls together, as sent and as inflated. */
    private static final long ALL_BODIES_BYTES = 32L << 20;

    private static final HttpString REQUEST_ID = new HttpString("x-amzn-RequestId");

    private static final HttpString TARGET = new HttpString("X-Amz-Target");

    private final BodyMemory memory = new BodyMemory(ALL_BODIES_BYTES);
    private final WorkerCalls calls;
    private final Dispatcher dispatcher;

    CallHandler(Dispatcher dispatcher) {
        this.calls = new WorkerCalls("aws-api", MAX_CONCURRENT, MAX_WAITING, MAX_WAIT);
        this.dispatcher = dispatcher;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        int limit = limit(exchange);
        BodyMemory.Share share = memory.share();
        exchange.addExchangeCompleteListener((done, next) -> {
            share.close();
            next.proceed();
        });
        BoundedBody.receive(exchange, limit, share,
                body -> calls.handle(exchange, () -> dispatch(exchange, body, share),
                        () -> Route.refusal(request(exchange, body), AwsError.throttled()), CallHandler::send),
                refused -> send(exchange, Route.refusal(request(exchange, new byte[0]),
                        error(refused, limit))));
    }

    @Override
    public void close() {
        calls.close();
    }

    private static int limit(HttpServerExchange exchange) {
        String target = exchange.getRequestHeaders().getFirst(TARGET);
        return target != null && target.startsWith("Logs_") ? LOG_BODY_BYTES : BODY_BYTES;
    }

    private Answer dispatch(HttpServerExchange exchange, byte[] body, BodyMemory.Share share) {
        WireRequest request = request(exchange, body);
        String encoding = exchange.getRequestHeaders().getFirst(Headers.CONTENT_ENCODING);
        try {
            return dispatcher.dispatch(request(exchange, BoundedGzip.decode(encoding, body, INFLATED_BYTES, share)));
        } catch (BodyException refused) {
            return Route.refusal(request, error(refused, INFLATED_BYTES));
        } catch (AwsError error) {
            return Route.refusal(request, error);
        }
    }

    private static AwsError error(BodyException refused, int limit) {
        return switch (refused.reason()) {
            case TOO_LARGE -> AwsError.tooLarge(refused.size(), limit);
            case NO_MEMORY -> AwsError.throttled();
            case ENCODING, NOT_GZIP -> AwsError.unreadable(refused.getMessage());
        };
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
