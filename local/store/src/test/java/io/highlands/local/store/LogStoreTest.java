// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogStoreTest extends StoreInFolder {

    private static final String GROUP = "/highlands/test/a";

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final Instant start = now.minus(Duration.ofDays(1));

    private void put(String stream, Instant time, String... messages) {
        List<NewLogEvent> events = new ArrayList<>();
        for (String message : messages) {
            events.add(new NewLogEvent(time, message));
        }
        assertThat(store.logs().put(GROUP, stream, events)).isTrue();
    }

    private List<String> read(LogQuery query) {
        return store.logs().read(query, event -> true).stream().map(LogEvent::message).toList();
    }

    private LogQuery all() {
        return LogQuery.of(GROUP, start, now.plusSeconds(1));
    }

    @Test
    void eventsAreReadInOrderOfTimeAndThenOfArrivalAtOnceAndAfterARestart() throws InterruptedException {
        put("s1", now, "third", "fourth");
        Telemetry.awaitWritten(store);
        put("s2", start, "first");
        put("s2", now.minusSeconds(1), "second");

        assertThat(read(all())).containsExactly("first", "second", "third", "fourth");
        reopen();
        assertThat(read(all())).containsExactly("first", "second", "third", "fourth");
        assertThat(read(all().backwards().atMost(3))).containsExactly("fourth", "third", "second");
    }

    @Test
    void everyEventIsReadOnceWhileEventsAreWritten() throws InterruptedException {
        for (int i = 1; i <= 200; i++) {
            put("s", i % 2 == 0 ? now : start, "line");
            assertThat(read(all())).hasSize(i);
            if (i % 50 == 0) {
                Telemetry.awaitWritten(store);
            }
        }
    }

    @Test
    void aReadGoesOnWhereThePageBeforeEnded() throws InterruptedException {
        for (int i = 0; i < 5000; i++) {
            put("s", start.plusMillis(i / 7), "line " + i);
        }
        Telemetry.awaitWritten(store);
        put("s", now, "last");

        List<String> seen = new ArrayList<>();
        LogQuery query = all().atMost(1300);
        List<LogEvent> page = store.logs().read(query, event -> true);
        while (!page.isEmpty()) {
            page.forEach(event -> seen.add(event.message()));
            page = store.logs().read(query.after(page.getLast()), event -> true);
        }

        assertThat(seen).hasSize(5001).doesNotHaveDuplicates().startsWith("line 0", "line 1").endsWith("last");
    }

    @Test
    void onlyWhatIsAskedForIsRead() throws InterruptedException {
        put("s1", start, "GET /time 200");
        put("s2", start, "GET /time 504");
        Telemetry.awaitWritten(store);
        put("s2", now, "GET /route 504");

        assertThat(read(all().containing(" 504"))).containsExactly("GET /time 504", "GET /route 504");
        assertThat(read(all().inStreams(Set.of("s1")))).containsExactly("GET /time 200");
        assertThat(read(LogQuery.of(GROUP, now, now.plusSeconds(1)))).containsExactly("GET /route 504");
        assertThat(read(LogQuery.of("/other", start, now))).isEmpty();
        assertThat(store.logs().read(all(), event -> event.message().startsWith("GET /route")))
                .extracting(LogEvent::stream).containsExactly("s2");
    }

    @Test
    void groupsAndStreamsAreKnownAfterARestart() {
        store.logs().createGroup("/empty", OptionalInt.of(7));
        put("s1", start, "a");
        put("s1", now, "b");

        reopen();

        assertThat(store.logs().groups()).extracting(LogGroup::name).containsExactly("/empty", GROUP);
        assertThat(store.logs().groups().getFirst().retentionDays()).hasValue(7);
        LogStreamInfo stream = store.logs().streams(GROUP).getFirst();
        assertThat(stream.events().orElseThrow().first()).isEqualTo(start);
        assertThat(stream.events().orElseThrow().last()).isEqualTo(now);
    }

    @Test
    void aGroupKeepsTheTimeOfItsFirstNaming() {
        store.logs().createGroup(GROUP, OptionalInt.empty());
        Instant created = store.logs().groups().getFirst().created();

        reopen();
        store.logs().createGroup(GROUP, OptionalInt.of(3));

        assertThat(store.logs().groups()).containsExactly(new LogGroup(GROUP, created, OptionalInt.of(3)));
        reopen();
        assertThat(store.logs().groups()).containsExactly(new LogGroup(GROUP, created, OptionalInt.of(3)));
    }

    @Test
    void eventsOlderThanTheGroupsRetentionAreNotRead() {
        put("s", now.minus(Duration.ofHours(25)), "old");
        put("s", now.minus(Duration.ofHours(23)), "new");
        LogQuery query = LogQuery.of(GROUP, Instant.EPOCH, now);

        assertThat(read(query)).containsExactly("old", "new");
        store.logs().createGroup(GROUP, OptionalInt.of(1));
        assertThat(read(query)).containsExactly("new");
    }
}
