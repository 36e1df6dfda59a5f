// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.upstream;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import io.highlands.starter.context.CallContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Two calls at once.
 */
class FanOutTest {

    private final FanOut fanOut = new FanOut();

    @AfterEach
    void close() {
        fanOut.close();
        CallContext.clear();
    }

    @Test
    void bothCallsRunAtTheSameTime() {
        CyclicBarrier meeting = new CyclicBarrier(2);

        String joined = fanOut.join(() -> "a" + meeting.await(10, TimeUnit.SECONDS),
                () -> "b" + meeting.await(10, TimeUnit.SECONDS), (a, b) -> a.substring(0, 1) + b.charAt(0));

        assertThat(joined).isEqualTo("ab");
    }

    @Test
    void anyNumberOfCallsIsMadeConcurrentlyAndReturnedInTheirOrder() {
        CyclicBarrier meeting = new CyclicBarrier(3);

        List<String> returned = fanOut.all(() -> "a" + await(meeting), () -> "b" + await(meeting),
                () -> "c" + await(meeting));

        assertThat(returned).extracting(each -> each.substring(0, 1)).containsExactly("a", "b", "c");
    }

    @Test
    void theFirstFailureOfAnyNumberOfCallsCancelsTheOthers() throws Exception {
        CountDownLatch started = new CountDownLatch(2);
        CountDownLatch cancelled = new CountDownLatch(2);

        assertThatThrownBy(() -> fanOut.all(() -> hang(started, cancelled), () -> hang(started, cancelled), () -> {
            started.await(10, TimeUnit.SECONDS);
            throw new IllegalStateException("broken");
        })).isInstanceOf(IllegalStateException.class).hasMessage("broken");
        assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static int await(CyclicBarrier meeting) throws Exception {
        return meeting.await(10, TimeUnit.SECONDS);
    }

    @Test
    void theFirstFailureIsThrownAtOnceAndCancelsTheOtherCall() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);

        assertThatThrownBy(() -> fanOut.join(() -> {
            try {
                return never.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                cancelled.countDown();
                throw e;
            }
        }, () -> {
            throw new IllegalArgumentException("first");
        }, (a, b) -> a)).isInstanceOf(IllegalArgumentException.class).hasMessage("first");

        assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anInterruptOfTheCallerCancelsBothCalls() throws Exception {
        CountDownLatch started = new CountDownLatch(2);
        CountDownLatch cancelled = new CountDownLatch(2);
        AtomicBoolean threw = new AtomicBoolean();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                fanOut.join(() -> hang(started, cancelled), () -> hang(started, cancelled), (a, b) -> a);
            } catch (RuntimeException e) {
                threw.set(Thread.currentThread().isInterrupted());
            }
        });
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

        caller.interrupt();

        assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
        caller.join();
        assertThat(threw).isTrue();
    }

    @Test
    void callsCarryTheLoggingContextAndTheHeadersOfTheRequest() {
        new CallContext(java.util.Map.of("x-request-id", "r-1")).enter();
        MDC.put("trace_id", "t-1");

        String seen = fanOut.join(() -> MDC.get("request_id") + MDC.get("trace_id"),
                () -> CallContext.current().headers().get("x-request-id"), (a, b) -> a + b);

        assertThat(seen).isEqualTo("r-1t-1r-1");
    }

    private static String hang(CountDownLatch started, CountDownLatch cancelled) throws InterruptedException {
        started.countDown();
        try {
            new CountDownLatch(1).await(20, TimeUnit.SECONDS);
            return "";
        } catch (InterruptedException e) {
            cancelled.countDown();
            throw e;
        }
    }
}
