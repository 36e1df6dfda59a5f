// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The one thread that owns all state of services, tasks and containers. What takes time is done elsewhere and its result
 * brought back, so nothing needs a lock.
 */
final class Loop implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Loop.class.getName());

    private final ScheduledThreadPoolExecutor owner = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("ecs").factory());
    private final ExecutorService elsewhere = Executors.newVirtualThreadPerTaskExecutor();

    Loop() {
        owner.setRemoveOnCancelPolicy(true);
        owner.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Does something on the loop, soon. After {@link #close} it is not done. */
    void post(Runnable work) {
        try {
            owner.execute(guarded(work));
        } catch (RejectedExecutionException closed) {
            LOG.log(Level.DEBUG, "the loop is closed");
        }
    }

    /** Does something on the loop, later; the result cancels it. Called on the loop only. */
    ScheduledFuture<?> after(Duration delay, Runnable work) {
        return owner.schedule(guarded(work), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Computes something on the loop for another thread, which waits for it. */
    <T> T call(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            owner.execute(() -> {
                try {
                    result.complete(work.get());
                } catch (RuntimeException e) {
                    result.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException closed) {
            throw new EcsException("the platform is stopped", closed);
        }
        return Waiting.on(result, Duration.ofSeconds(30), () -> "the platform is busy");
    }

    /** Does something that takes time elsewhere, and goes on with its result, or its failure, on the loop. */
    <T> void elsewhere(Callable<T> work, BiConsumer<T, Exception> then) {
        try {
            elsewhere.execute(() -> {
                T result;
                try {
                    result = work.call();
                } catch (Exception e) {
                    post(() -> then.accept(null, e));
                    return;
                }
                post(() -> then.accept(result, null));
            });
        } catch (RejectedExecutionException closed) {
            LOG.log(Level.DEBUG, "the loop is closed");
        }
    }

    private Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                if (owner.isShutdown()) {
                    return;
                }
                LOG.log(Level.ERROR, "a step of the scheduler", e);
            }
        };
    }

    @Override
    public void close() {
        owner.shutdownNow();
        elsewhere.shutdownNow();
    }
}
