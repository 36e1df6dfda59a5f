// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits for something that ends in one line when it goes wrong. */
final class Waiting {

    private Waiting() {
    }

    static <T> T on(CompletableFuture<T> future, Duration longest, Supplier<String> tooLate) {
        try {
            return future.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new EcsException(tooLate.get(), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new EcsException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EcsException("interrupted", e);
        }
    }

    /** {@return whether something ends in time} */
    static boolean ends(CompletableFuture<?> future, Duration longest) {
        try {
            on(future, longest, () -> "too late");
            return true;
        } catch (EcsException tooLate) {
            return false;
        }
    }
}
