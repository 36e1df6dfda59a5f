// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.upstream;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;

import io.highlands.starter.context.CallContext;

/**
 * Makes two upstream calls at once, each on a virtual thread that carries the request's id, headers and trace. The first
 * failure is the failure of both: it cancels the other call and is thrown at once.
 */
public final class FanOut implements AutoCloseable {

    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("call").factory());

    /**
     * Makes both calls and joins what they return.
     *
     * @param first one call
     * @param second the other call
     * @param join makes the answer of both
     * @param <A> what the first returns
     * @param <B> what the second returns
     * @param <R> the answer
     * @return the answer
     */
    public <A, B, R> R join(Callable<A> first, Callable<B> second, BiFunction<A, B, R> join) {
        var finished = new ExecutorCompletionService<Object>(threads);
        Future<Object> a = finished.submit(CallContext.carry(first::call));
        Future<Object> b = finished.submit(CallContext.carry(second::call));
        try {
            finished.take().get();
            finished.take().get();
            @SuppressWarnings("unchecked")
            R joined = join.apply((A) a.resultNow(), (B) b.resultNow());
            return joined;
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException("interrupted while calls were in flight", e);
        } finally {
            a.cancel(true);
            b.cancel(true);
        }
    }

    private static RuntimeException unchecked(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new CompletionException(thrown);
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
