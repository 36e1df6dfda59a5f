// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Bodies of requests and answers, passed on as they come. */
class StreamingTest {

    private static final long BUFFERS = 8L * 1024 * 1024;

    @Test
    void aLargeBodyPassesBothWaysThroughLittleMemory() throws Exception {
        try (ForwardKit kit = new ForwardKit();
                RawServer target = RawServer.on(ForwardKit.TARGET, 3000, StreamingTest::echo);
                RawClient client = kit.client()) {
            long before = direct();
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + LargeBody.LENGTH + "\r\n\r\n");
            Thread writer = Thread.ofVirtual().start(() -> LargeBody.write(client.socket()));

            assertThat(client.head()).startsWith("HTTP/1.1 200 ").contains("Content-Length: " + LargeBody.LENGTH);
            assertThat(LargeBody.read(client.socket())).isEqualTo(LargeBody.LENGTH);

            writer.join();
            assertThat(direct() - before).isLessThan(BUFFERS);
            assertThat(kit.finished).singleElement().satisfies(summary -> {
                assertThat(summary.bytesReceived()).isEqualTo(LargeBody.LENGTH);
                assertThat(summary.bytesSent()).isEqualTo(LargeBody.LENGTH);
            });
            assertThat(target.connections()).isEqualTo(1);
        }
    }

    @Test
    void aSlowReaderSlowsTheTargetDown() throws Exception {
        AtomicLong written = new AtomicLong();
        try (ForwardKit kit = new ForwardKit(); RawServer target = RawServer.on(ForwardKit.TARGET, 3000, socket -> {
            RawServer.readHead(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + LargeBody.LENGTH + "\r\n\r\n");
            byte[] block = new byte[64 * 1024];
            for (long left = LargeBody.LENGTH; left > 0; left -= block.length) {
                socket.getOutputStream().write(block);
                written.addAndGet(block.length);
            }
        }); RawClient client = kit.client()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").head();
            assertThat(Until.is(() -> standsStill(written))).isTrue();

            assertThat(written.get()).as("in buffers of the system and ours").isLessThan(LargeBody.LENGTH / 4);
            assertThat(LargeBody.read(client.socket())).isEqualTo(LargeBody.LENGTH);
            assertThat(target.connections()).isEqualTo(1);
        }
    }

    @Test
    void whatTheTargetWritesArrivesAsItIsWritten() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        try (ForwardKit kit = new ForwardKit(); RawServer target = RawServer.on(ForwardKit.TARGET, 3000, socket -> {
            RawServer.readHead(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
            Until.open(seen);
            RawServer.write(socket, "6\r\nsecond\r\n0\r\n\r\n");
        }); RawClient client = kit.client()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").head();

            assertThat(client.read(10)).contains("first");
            seen.countDown();
            assertThat(client.read(18)).contains("second");
            assertThat(target.connections()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatComesBeforeTheBodyIsReadIsPassedOn() throws Exception {
        try (ForwardKit kit = new ForwardKit(); RawServer target = RawServer.on(ForwardKit.TARGET, 3000, socket -> {
            RawServer.readHead(socket);
            RawServer.write(socket, "HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nno!");
        }); RawClient client = kit.client()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\nthe beginning");

            assertThat(client.head()).startsWith("HTTP/1.1 413 ").containsIgnoringCase("connection: close");
            assertThat(client.read(3)).isEqualTo("no!");
            assertThat(target.connections()).isEqualTo(1);
        }
    }

    @Test
    void aBodyThatGrowsPastTheLimitIsRefused() throws Exception {
        Limits small = new Limits(Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofSeconds(20), 0, 100_000);
        try (ForwardKit kit = new ForwardKit(small);
                RawServer target = RawServer.on(ForwardKit.TARGET, 3000, StreamingTest::drain);
                RawClient client = kit.client()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            String block = "2000\r\n" + "x".repeat(0x2000) + "\r\n";
            for (int i = 0; i < 16; i++) {
                client.send(block);
            }

            assertThat(client.head()).startsWith("HTTP/1.1 413 ");
            assertThat(Until.is(() -> target.connections() == 1)).isTrue();
        }
    }

    @Test
    void aChunkedRequestIsPassedOnInChunks() throws Exception {
        try (ForwardKit kit = new ForwardKit(); RawServer target = RawServer.on(ForwardKit.TARGET, 3000, socket -> {
            String head = RawServer.readHead(socket);
            String body = untilLastChunk(socket);
            boolean right = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")
                    && body.contains("hello");
            RawServer.write(socket, "HTTP/1.1 " + (right ? 200 : 500) + " X\r\nContent-Length: 0\r\n\r\n");
        }); RawClient client = kit.client()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");

            assertThat(client.head()).startsWith("HTTP/1.1 200 ");
            assertThat(target.connections()).isEqualTo(1);
        }
    }

    private static String untilLastChunk(Socket socket) throws IOException {
        StringBuilder body = new StringBuilder();
        while (body.indexOf("0\r\n\r\n") < 0) {
            body.append((char) socket.getInputStream().read());
        }
        return body.toString();
    }

    private static boolean standsStill(AtomicLong written) {
        long before = written.get();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        return before > 0 && written.get() == before;
    }

    private static void echo(Socket socket) throws IOException {
        RawServer.readHead(socket);
        RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + LargeBody.LENGTH + "\r\n\r\n");
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream();
        byte[] block = new byte[64 * 1024];
        for (long left = LargeBody.LENGTH; left > 0;) {
            int count = in.read(block, 0, (int) Math.min(left, block.length));
            if (count < 0) {
                return;
            }
            out.write(block, 0, count);
            left -= count;
        }
    }

    private static void drain(Socket socket) throws IOException {
        while (socket.getInputStream().read() >= 0) {
            // Until the other end has had enough.
        }
    }

    private static long direct() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct")).mapToLong(BufferPoolMXBean::getMemoryUsed).sum();
    }
}
