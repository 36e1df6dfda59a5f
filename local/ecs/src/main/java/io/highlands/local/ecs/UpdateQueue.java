// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Updates of the stacks, one after another, on a thread of their own, as they wait for services. */
final class UpdateQueue implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("stacks").factory());
    private volatile CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private boolean closed;

    /** {@return completes when the update is done; fails with what it threw} */
    synchronized CompletableFuture<Void> add(Runnable work) {
        if (closed) {
            throw new EcsException("the platform is stopped");
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        last = done;
        thread.execute(() -> {
            try {
                work.run();
                done.complete(null);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    /** {@return the update that was begun last} */
    CompletableFuture<Void> last() {
        return last;
    }

    /** {@return whether this call was the first that refuses further updates} */
    synchronized boolean refuseOthers() {
        if (closed) {
            return false;
        }
        closed = true;
        return true;
    }

    /** Gives up what is being done. */
    @Override
    public void close() {
        last.completeExceptionally(new EcsException("the platform was stopped"));
        thread.shutdownNow();
    }
}
