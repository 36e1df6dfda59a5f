// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.undertow.server.HttpServerExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BoundedBodyTest {

    private static final int LIMIT = 100_000;
    private static final int MEMORY = 150_000;

    private final BodyMemory memory = new BodyMemory(MEMORY);
    private final LoopbackServer server = new LoopbackServer(LoopbackServer.Options.of(0), (threads, port) -> {
        BoundedCalls calls = new BoundedCalls(threads, 2);
        return exchange -> receive(exchange, calls);
    });

    private void receive(HttpServerExchange exchange, BoundedCalls calls) {
        BodyMemory.Share share = memory.share();
        exchange.addExchangeCompleteListener((done, next) -> {
            share.close();
            next.proceed();
        });
        BoundedBody.receive(exchange, LIMIT, share,
                body -> calls.handle(exchange, () -> "complete " + body.length,
                        (same, text) -> same.getResponseSender().send(text)),
                refused -> exchange.setStatusCode(413).getResponseSender()
                        .send(refused.reason() + " " + refused.size() + " " + refused.getMessage()));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aBodyAtTheLimitIsComplete() throws IOException {
        assertThat(post(LIMIT)).startsWith("HTTP/1.1 200 ").endsWith("complete 100000");
    }

    @Test
    void aBodyBeyondTheLimitIsReadToItsEndAndRefusedWithItsSize() throws IOException {
        assertThat(post(LIMIT + 1)).startsWith("HTTP/1.1 413 ")
                .endsWith("TOO_LARGE 100001 the body is larger than 100000 bytes");
        assertThat(post(10 * LIMIT)).endsWith("TOO_LARGE 1000000 the body is larger than 100000 bytes");
    }

    @Test
    void aBodyThatIsAnnouncedAsFarTooLargeIsRefusedUnread() throws IOException {
        assertThat(RawHttp.send(server.port(), "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 40000000\r\n",
                new byte[0])).startsWith("HTTP/1.1 413 ")
                .endsWith("TOO_LARGE 40000000 the body is larger than 100000 bytes");
    }

    @Test
    void theConnectionOfAnEndlessBodyIsClosed() throws IOException {
        byte[] chunk = ("100000\r\n" + "x".repeat(1 << 20) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                    .getBytes(StandardCharsets.ISO_8859_1));
            int sent = 0;
            try {
                for (; sent < 1_000; sent++) {
                    socket.getOutputStream().write(chunk);
                }
            } catch (IOException closed) {
                // Expected, soon after 32 MiB.
            }
            assertThat(sent).isBetween(30, 200);
        }
        awaitMemory();
    }

    @Test
    void aBodyThatFindsNoMemoryIsRefusedAndTheNextIsServed() throws IOException {
        try (Socket slow = new Socket("127.0.0.1", server.port())) {
            slow.getOutputStream().write(("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90001\r\n\r\n"
                    + "x".repeat(90_000)).getBytes(StandardCharsets.ISO_8859_1));
            await(() -> memory.free() <= MEMORY - 90_000);
            assertThat(post(LIMIT)).endsWith("NO_MEMORY 0 too many bodies at once; try again");
        }
        awaitMemory();
        assertThat(post(LIMIT)).endsWith("complete 100000");
    }

    @Test
    void anAnnouncedLengthTakesNoMemory() throws IOException {
        try (Socket idle = new Socket("127.0.0.1", server.port())) {
            idle.getOutputStream().write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90000\r\n\r\nx"
                    .getBytes(StandardCharsets.ISO_8859_1));
            await(() -> memory.free() < MEMORY);
            assertThat(memory.free()).isGreaterThan(MEMORY / 2);
        }
    }

    private String post(int length) throws IOException {
        return RawHttp.send(server.port(), "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n",
                new byte[length]);
    }

    private void awaitMemory() {
        await(() -> memory.free() == MEMORY);
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
