// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import io.undertow.server.HttpServerExchange;

/**
 * Handles requests whose callers decide how much there is to compute: on a few threads of their own, so that the carriers of virtual
 * threads stay free for everything else in the process. A request that finds the queue full, or waits in it for too long, is
 * refused without being handled; a client may send it again.
 */
public final class WorkerCalls implements AutoCloseable {

    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor clock;
    private final Duration timeout;

    /**
     * @param name of the threads
     * @param threads how many requests are handled concurrently
     * @param queue how many more may wait
     * @param timeout how long a request waits before it is refused
     */
    public WorkerCalls(String name, int threads, int queue, Duration timeout) {
        this.workers = new ThreadPoolExecutor(threads, threads, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue),
                Thread.ofPlatform().daemon().name(name + "-", 0).factory());
        this.workers.allowCoreThreadTimeOut(true);
        this.clock = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name(name + "-timeout").factory());
        // Else each request and its body would stay in memory until its timeout.
        clock.setRemoveOnCancelPolicy(true);
        this.timeout = timeout;
    }

    /**
     * Handles a request. Its response is sent by the connection's own thread, see {@link IoThread}.
     *
     * @param exchange the request
     * @param call makes the response, on a worker
     * @param refusal makes the response of a request that is refused
     * @param send sends it, without waiting for anything
     * @param <R> the response
     */
    public <R> void handle(HttpServerExchange exchange, Supplier<R> call, Supplier<R> refusal,
            BiConsumer<HttpServerExchange, R> send) {
        exchange.dispatch((Executor) Runnable::run, () -> accept(exchange, call, refusal, send));
    }

    private <R> void accept(HttpServerExchange exchange, Supplier<R> call, Supplier<R> refusal,
            BiConsumer<HttpServerExchange, R> send) {
        AtomicBoolean taken = new AtomicBoolean();
        Runnable refuse = () -> {
            if (taken.compareAndSet(false, true)) {
                answer(exchange, refusal, send);
            }
        };
        Future<?> late = clock.schedule(refuse, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            workers.execute(() -> {
                late.cancel(false);
                if (taken.compareAndSet(false, true)) {
                    answer(exchange, call, send);
                }
            });
        } catch (RejectedExecutionException full) {
            late.cancel(false);
            refuse.run();
        }
    }

    /**
     * Makes a response on a worker, for a caller whose own thread may wait: a virtual one. What is refused: a call that finds
     * the queue full or waits in it for too long, and one that is not done within the given time, which is interrupted.
     *
     * @param call makes the response, on a worker
     * @param longest how long it may take
     * @param refusal makes the response of a call that is refused
     * @param <R> the response
     * @return one of the two responses
     */
    public <R> R await(Supplier<R> call, Duration longest, Supplier<R> refusal) {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        FutureTask<R> task = new FutureTask<>(call::get);
        try {
            workers.execute(() -> {
                begun.complete(null);
                task.run();
            });
            begun.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException | TimeoutException refused) {
            task.cancel(true);
            return refusal.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : thrown(failed.getCause());
        } catch (InterruptedException closing) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return refusal.get();
        }
    }

    private static IllegalStateException thrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(cause);
    }

    private static <R> void answer(HttpServerExchange exchange, Supplier<R> response,
            BiConsumer<HttpServerExchange, R> send) {
        try {
            R made = response.get();
            IoThread.answer(exchange, same -> send.accept(same, made));
        } catch (RuntimeException | Error failed) {
            // Even without memory left the client learns that there is no response.
            IoThread.giveUp(exchange, 500);
            throw failed;
        }
    }

    /** Interrupts what is being handled, waits for it for a while, and gives up what waits. */
    @Override
    public void close() {
        clock.shutdownNow();
        workers.shutdownNow();
        try {
            workers.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
