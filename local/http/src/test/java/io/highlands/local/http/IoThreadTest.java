// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** Requests whose bodies come in pieces and that are answered on virtual threads. */
class IoThreadTest {

    private static final byte[] BODY = new byte[100_000];

    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private Undertow server;

    @AfterEach
    void close() {
        client.close();
        server.stop();
        calls.close();
    }

    @Test
    void anExchangeEndsOnTheThreadThatReadsItsConnection() throws Exception {
        List<Thread> seen = new ArrayList<>();
        CountDownLatch ended = new CountDownLatch(1);
        start(exchange -> {
            exchange.addExchangeCompleteListener((done, next) -> {
                seen.add(Thread.currentThread());
                next.proceed();
                ended.countDown();
            });
            IoThread.answer(exchange, same -> {
                seen.add(Thread.currentThread());
                seen.add(same.getIoThread());
                same.getResponseSender().send("answered");
            });
        });

        assertThat(post().body()).isEqualTo("answered");
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).hasSize(3).containsOnly(seen.getFirst());
    }

    @Test
    void whoIsGivenUpLearnsItAndHasItsConnectionClosed() throws Exception {
        start(exchange -> IoThread.giveUp(exchange, 503));

        HttpResponse<String> answer = post();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("connection")).contains("close");
    }

    @Test
    void nothingIsThrownWhenTheServerWasStoppedMeanwhile() throws Exception {
        CompletableFuture<HttpServerExchange> taken = new CompletableFuture<>();
        start(taken::complete);
        client.sendAsync(request(), BodyHandlers.ofString());
        HttpServerExchange exchange = taken.get(10, TimeUnit.SECONDS);
        server.stop();

        assertThatCode(() -> IoThread.giveUp(exchange, 503)).doesNotThrowAnyException();
    }

    private void start(Consumer<HttpServerExchange> onAVirtualThread) {
        server = Undertow.builder().addHttpListener(0, "127.0.0.1").setIoThreads(1).setWorkerThreads(1)
                .setHandler(exchange -> exchange.getRequestReceiver().receivePartialBytes((same, part, last) -> {
                    if (last) {
                        same.dispatch(calls, () -> onAVirtualThread.accept(same));
                    }
                })).build();
        server.start();
    }

    private HttpResponse<String> post() throws Exception {
        return client.send(request(), BodyHandlers.ofString());
    }

    private HttpRequest request() {
        int port = ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port)).POST(BodyPublishers.ofByteArray(BODY))
                .build();
    }
}
