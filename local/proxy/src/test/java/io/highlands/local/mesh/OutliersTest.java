// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutliersTest {

    private long now = Long.MAX_VALUE - Duration.ofMinutes(1).toNanos();
    private final Outliers outliers = new Outliers(() -> now);

    @Test
    void fourFailuresWithinThirtySecondsEjectNobody() {
        fail(4);

        assertThat(outliers.ejected("a")).isFalse();
    }

    @Test
    void theFifthFailureWithinThirtySecondsEjects() {
        fail(4);

        assertThat(outliers.failed("a")).isTrue();
        assertThat(outliers.ejected("a")).isTrue();
        assertThat(outliers.ejected("b")).isFalse();
    }

    @Test
    void failuresOlderThanThirtySecondsDoNotCount() {
        fail(4);
        pass(Duration.ofSeconds(30));
        fail(4);

        assertThat(outliers.ejected("a")).isFalse();
    }

    @Test
    void theFirstEjectionLastsThirtySeconds() {
        fail(5);

        pass(Duration.ofSeconds(30).minusNanos(1));
        assertThat(outliers.ejected("a")).isTrue();
        pass(Duration.ofNanos(1));
        assertThat(outliers.ejected("a")).isFalse();
    }

    @Test
    void eachFurtherEjectionLastsThirtySecondsLonger() {
        fail(5);
        pass(Duration.ofSeconds(30));
        fail(5);

        pass(Duration.ofSeconds(59));
        assertThat(outliers.ejected("a")).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(outliers.ejected("a")).isFalse();
    }

    @Test
    void noEjectionLastsLongerThanThreeHundredSeconds() {
        for (int times = 1; times <= 15; times++) {
            fail(5);
            pass(Duration.ofSeconds(Math.min(300, 30L * times)));
        }
        fail(5);

        pass(Duration.ofSeconds(299));
        assertThat(outliers.ejected("a")).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(outliers.ejected("a")).isFalse();
    }

    @Test
    void eachThirtySecondsWithoutEjectionForgiveOne() {
        fail(5);
        pass(Duration.ofSeconds(60));
        fail(5);

        pass(Duration.ofSeconds(30));
        assertThat(outliers.ejected("a")).isFalse();
    }

    @Test
    void failuresOfAnEjectedHostDoNotLengthenItsEjection() {
        fail(5);
        pass(Duration.ofSeconds(29));
        fail(20);
        pass(Duration.ofSeconds(1));

        assertThat(outliers.ejected("a")).isFalse();
    }

    @Test
    void aHostThatIsGoneIsForgotten() {
        fail(5);
        outliers.retain(List.of());

        assertThat(outliers.ejected("a")).isFalse();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            outliers.failed("a");
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
