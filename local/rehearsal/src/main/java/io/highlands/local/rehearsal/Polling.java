// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import io.highlands.local.error.UserError;

/** Requests to the platform that are made again and again. What a busy machine leaves without a response is requested again. */
public final class Polling {

    /** So many requests in a row without a response say that the platform gives none. */
    private static final int MAX_FAILURES = 3;

    private int failures;

    /**
     * Makes a request once.
     *
     * @param request the request
     * @param otherwise what stands for a response that did not come this time
     * @param <T> what it gives
     * @return the response, or what stands for it
     * @throws UserError that of the third request in a row without a response
     */
    public <T> T ask(Supplier<T> request, Function<UserError, T> otherwise) {
        try {
            T response = request.get();
            failures = 0;
            return response;
        } catch (UserError e) {
            failures++;
            if (failures >= MAX_FAILURES) {
                throw e;
            }
            return otherwise.apply(e);
        }
    }

    /**
     * Waits before the next request.
     *
     * @param millis for how long, in milliseconds
     * @throws RehearsalException when the thread is interrupted
     */
    public static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RehearsalException("interrupted", e);
        }
    }
}
