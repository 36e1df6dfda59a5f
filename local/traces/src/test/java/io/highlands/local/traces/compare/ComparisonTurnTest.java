// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ComparisonTurnTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final CountDownLatch isRunning = new CountDownLatch(1);

    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void oneRunsAtATimeAndAnotherWaitsOrIsRefused() {
        CompletableFuture<String> first = CompletableFuture
                .supplyAsync(() -> ComparisonTurn.take(LONG, () -> await(end)));
        await(isRunning);

        assertThatThrownBy(() -> ComparisonTurn.take(Duration.ofMillis(10), () -> "second"))
                .isInstanceOf(ComparisonBusyException.class)
                .hasMessage("the platform is busy with another comparison of traces; try again");
        end.countDown();
        assertThat(ComparisonTurn.take(LONG, () -> "third")).isEqualTo("third");
        assertThat(first.join()).isEqualTo("compared");
    }

    @Test
    void oneThatFailsLeavesItsTurn() {
        assertThatThrownBy(() -> ComparisonTurn.take(LONG, () -> {
            throw new IllegalStateException("failed");
        })).hasMessage("failed");
        assertThat(ComparisonTurn.take(LONG, () -> "next")).isEqualTo("next");
    }

    private String await(CountDownLatch latch) {
        if (latch == end) {
            isRunning.countDown();
        }
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "compared";
    }
}
