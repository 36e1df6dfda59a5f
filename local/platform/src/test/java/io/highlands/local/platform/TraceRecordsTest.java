// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.highlands.local.control.message.FoundTraces;
import io.highlands.local.traces.TraceMatches;
import io.highlands.local.traces.Traces;

import static org.assertj.core.api.Assertions.assertThat;

class TraceRecordsTest {

    /** Traces in which a search finds nothing, and ends early. */
    private static Traces ended(Optional<Instant> unreadBefore) {
        return (Traces) Proxy.newProxyInstance(Traces.class.getClassLoader(), new Class<?>[]{Traces.class},
                (proxy, method, arguments) -> new TraceMatches(List.of(), true, unreadBefore));
    }

    @Test
    void aSearchThatEndedEarlySaysFromWhenOnItIsComplete() {
        Instant unread = Instant.now().minusSeconds(60);
        FoundTraces found = TraceRecords.search(ended(Optional.of(unread)), "error", Duration.ofHours(24));
        assertThat(found.isComplete()).isFalse();
        assertThat(found.from()).isEqualTo(unread.toString());
        assertThat(TraceRecords.search(ended(Optional.empty()), "error", Duration.ofHours(24)).isComplete()).isTrue();
    }
}
