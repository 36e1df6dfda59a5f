// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StateStoreTest extends StoreInFolder {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @Test
    void theLastValueOfEachKeySurvivesARestart() {
        store.states().put("alarm", "a", "{\"state\":\"OK\"}");
        store.states().put("alarm", "a", "{\"state\":\"ALARM\"}");
        store.states().put("alarm", "b", "{}");
        store.states().put("dashboard", "a", "{'quote'}");
        store.states().delete("alarm", "b");

        reopen();

        assertThat(store.states().all("alarm")).containsOnlyKeys("a").containsValue("{\"state\":\"ALARM\"}");
        assertThat(store.states().get("dashboard", "a")).contains("{'quote'}");
        assertThat(store.states().get("alarm", "b")).isEmpty();
    }

    @Test
    void whatIsPutBeforeTheFilesAreOpenPrevails() {
        store.states().put("alarm", "a", "old");
        store.states().put("alarm", "b", "old");

        reopen();
        store.states().put("alarm", "a", "new");
        store.states().delete("alarm", "b");

        assertThat(store.states().all("alarm")).containsOnlyKeys("a").containsValue("new");
        reopen();
        assertThat(store.states().all("alarm")).containsOnlyKeys("a").containsValue("new");
    }

    @Test
    void aHistoryIsReadLatestFirstAcrossRestarts() throws InterruptedException {
        store.states().append("alarm", "a", NOON, "1");
        store.states().append("alarm", "a", NOON, "2");
        store.states().append("alarm", "b", NOON, "other");
        reopen();
        store.states().append("alarm", "a", NOON, "3");
        Telemetry.awaitWritten(store);
        store.states().append("alarm", "a", NOON.plusSeconds(1), "4");

        assertThat(store.states().history("alarm", "a", NOON, NOON.plusSeconds(2), 10)).containsExactly("4", "3", "2",
                "1");
        assertThat(store.states().history("alarm", "a", Instant.MIN, Instant.MAX, 2)).containsExactly("4", "3");
        assertThat(store.states().history("alarm", "a", NOON, NOON.plusSeconds(1), 10)).containsExactly("3", "2", "1");
    }

    @Test
    void stateHasALimit() {
        String large = "x".repeat(9 << 20);
        store.states().put("dashboard", "a", large);

        assertThatThrownBy(() -> store.states().put("dashboard", "b", large)).isInstanceOf(StoreException.class)
                .hasMessageContaining("at most 16777216");
        assertThat(store.states().get("dashboard", "b")).isEqualTo(Optional.empty());
    }
}
