// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that compute for long, and those that wait behind them. */
@Timeout(60)
class WorkerCallsTest {

    private static final int THREADS = 2;
    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    private final CountDownLatch end = new CountDownLatch(1);
    private final Semaphore begun = new Semaphore(0);
    private final WorkerCalls calls = new WorkerCalls("test", THREADS, 2, MAX_WAIT);
    private final LoopbackServer server = new LoopbackServer(LoopbackServer.Options.of(0),
            (threads, port) -> exchange -> calls.handle(exchange,
                    () -> exchange.getRequestPath().equals("/long") ? afterTheEnd() : Thread.currentThread().getName(),
                    () -> "refused", (same, text) -> same.getResponseSender().send(text)));

    @AfterEach
    void close() {
        end.countDown();
        server.close();
        calls.close();
    }

    @Test
    void aRequestIsHandledOnAThreadOfThePool() throws IOException {
        assertThat(get("/")).endsWith("test-0");
    }

    @Test
    void aRequestThatWaitsTooLongIsRefusedAndOneThatIsHandledIsNot() throws Exception {
        List<CompletableFuture<String>> busy = keepBusy();
        CompletableFuture<String> waiting = send("/", 1).getFirst();

        assertThat(waiting.get()).endsWith("refused");
        end.countDown();
        for (CompletableFuture<String> each : busy) {
            assertThat(each.get()).endsWith("long");
        }
        assertThat(get("/")).contains("test-");
    }

    @Test
    void aRequestThatFindsTheQueueFullIsRefused() throws Exception {
        List<CompletableFuture<String>> all = send("/long", 5);

        assertThat(CompletableFuture.anyOf(all.toArray(CompletableFuture[]::new)).get().toString()).endsWith("refused");
    }

    @Test
    void aCallThatIsAwaitedRunsOnAThreadOfThePool() {
        assertThat(calls.await(() -> Thread.currentThread().getName(), Duration.ofSeconds(5), () -> "refused"))
                .startsWith("test-");
    }

    @Test
    void aCallThatTakesTooLongIsRefusedAndInterrupted() throws Exception {
        CompletableFuture<String> ended = new CompletableFuture<>();

        assertThat(calls.await(() -> {
            ended.complete(afterTheEnd());
            return "late";
        }, MAX_WAIT, () -> "refused")).isEqualTo("refused");
        assertThat(ended.get()).isEqualTo("interrupted");
    }

    @Test
    void aCallBehindBusyWorkersIsRefusedAfterItsWait() throws Exception {
        List<CompletableFuture<String>> busy = keepBusy();

        assertThat(calls.await(() -> "done", Duration.ofSeconds(5), () -> "refused")).isEqualTo("refused");
        end.countDown();
        for (CompletableFuture<String> each : busy) {
            assertThat(each.get()).endsWith("long");
        }
    }

    private String afterTheEnd() {
        begun.release();
        try {
            end.await();
            return "long";
        } catch (InterruptedException e) {
            return "interrupted";
        }
    }

    /** Gives every thread a request that ends with {@link #end}. */
    private List<CompletableFuture<String>> keepBusy() throws InterruptedException {
        List<CompletableFuture<String>> busy = send("/long", THREADS);
        begun.acquire(THREADS);
        return busy;
    }

    private List<CompletableFuture<String>> send(String path, int times) {
        List<CompletableFuture<String>> sent = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            sent.add(CompletableFuture.supplyAsync(() -> get(path), Executors.newVirtualThreadPerTaskExecutor()));
        }
        return sent;
    }

    private String get(String path) {
        try {
            return RawHttp.send(server.port(), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n", new byte[0]);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
