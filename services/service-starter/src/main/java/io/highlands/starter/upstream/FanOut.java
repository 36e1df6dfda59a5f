// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.upstream;

import java.util.ArrayList;
import java.util.List;
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
 * Makes upstream calls concurrently, each on a virtual thread that carries the request's id, headers and trace. The first
 * failure is the failure of all: it cancels the other calls and is thrown immediately.
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
        List<Object> returned = made(List.of(first, second));
        @SuppressWarnings("unchecked")
        R joined = join.apply((A) returned.get(0), (B) returned.get(1));
        return joined;
    }

    /**
     * Makes any number of calls that return the same type.
     *
     * @param calls the calls
     * @param <T> what each returns
     * @return what they return, in the order of the calls
     */
    @SafeVarargs
    public final <T> List<T> all(Callable<? extends T>... calls) {
        List<Callable<? extends T>> list = new ArrayList<>();
        for (Callable<? extends T> call : calls) {
            list.add(call);
        }
        return made(list);
    }

    private <T> List<T> made(List<? extends Callable<? extends T>> calls) {
        var finished = new ExecutorCompletionService<T>(threads);
        List<Future<T>> inFlight = new ArrayList<>();
        try {
            for (Callable<? extends T> call : calls) {
                inFlight.add(finished.submit(CallContext.carry(call::call)));
            }
            for (int i = 0; i < calls.size(); i++) {
                finished.take().get();
            }
            return inFlight.stream().map(Future::resultNow).toList();
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException("interrupted while calls were in flight", e);
        } finally {
            inFlight.forEach(call -> call.cancel(true));
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
