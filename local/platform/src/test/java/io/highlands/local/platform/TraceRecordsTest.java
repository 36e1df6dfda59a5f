// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.FoundTraces;
import io.highlands.local.traces.TraceMatches;
import io.highlands.local.traces.Traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TraceRecordsTest {

    /** Traces in which a search finds nothing, and ends early. */
    private static Traces ended(Optional<Instant> unreadBefore) {
        return (Traces) Proxy.newProxyInstance(Traces.class.getClassLoader(), new Class<?>[]{Traces.class},
                (proxy, method, arguments) -> new TraceMatches(List.of(), true, unreadBefore));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT2562047788015215H", "PT24H0.000000001S", "-PT1S", "30m", ""})
    void aPeriodThatIsNoneOrOutsideADayIsRefused(String since) {
        assertThatThrownBy(() -> TraceRecords.search(ended(Optional.empty()), "error", since))
                .isInstanceOf(ControlException.class).hasMessageContaining(since).hasMessageContaining("PT30M");
    }

    @Test
    void aSearchThatEndedEarlySaysFromWhenOnItIsComplete() {
        Instant unread = Instant.now().minusSeconds(60);
        FoundTraces found = TraceRecords.search(ended(Optional.of(unread)), "error", "PT24H");
        assertThat(found.isComplete()).isFalse();
        assertThat(found.from()).isEqualTo(unread.toString());
        assertThat(TraceRecords.search(ended(Optional.empty()), "error", "PT24H").isComplete()).isTrue();
    }
}
