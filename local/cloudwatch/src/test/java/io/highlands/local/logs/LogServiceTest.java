// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.store.LogEvent;
import io.highlands.local.store.NewLogEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** CloudWatch Logs over a real store. */
class LogServiceTest {

    private static final String GROUP = LogKit.GROUP;

    @TempDir
    private Path folder;

    private LogKit kit;
    private LogService logs;
    private Instant now;

    @BeforeEach
    void open() {
        reopen();
        now = kit.now();
        logs.createStream(GROUP, "s");
    }

    private void reopen() {
        kit = new LogKit(folder, OptionalInt.of(7));
        logs = kit.logs();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void eventsAreFilteredAndComeInPages() {
        for (int i = 0; i < 10; i++) {
            put(i, (i % 2 == 0 ? "even " : "odd ") + i);
        }
        FilterRequest request = FilterRequest.of(GROUP, now.minusSeconds(60), now.plusSeconds(60), "even")
                .limitedTo(2);

        List<String> found = new ArrayList<>();
        EventPage page = logs.filter(request);
        page.events().forEach(event -> found.add(event.message()));
        while (page.nextToken().isPresent()) {
            page = logs.filter(request.after(page.nextToken().get()));
            page.events().forEach(event -> found.add(event.message()));
        }

        assertThat(found).containsExactly("even 0", "even 2", "even 4", "even 6", "even 8");
        assertThat(logs.filter(request.newest()).events()).extracting(LogEvent::message)
                .containsExactly("even 8", "even 6");
    }

    @Test
    void queriesReadEveryGroupThatTheyNameNewestFirst() {
        logs.put("/highlands/local/service-b", "b", List.of(new NewLogEvent(now.minusMillis(500), "from b")));
        put(0, "old from a");
        put(59, "new from a");

        assertThat(logs.query(query("SOURCE '" + GROUP + "' | SOURCE '/highlands/local/service-b' | fields @message"))
                .rows()).extracting(List::getFirst).containsExactly("from b", "new from a", "old from a");
    }

    @Test
    void queriesOverManyPagesMissNothing() {
        List<NewLogEvent> lines = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            lines.add(new NewLogEvent(now.minusSeconds(30).plusMillis(i), "line " + i));
        }
        logs.put(GROUP, "s", lines);

        assertThat(logs.query(query("SOURCE '" + GROUP + "' | stats count(*) as n, count_distinct(@message) as d"))
                .rows()).containsExactly(List.of("5000", "5000"));
    }

    @Test
    void aStartedQueryCanBeAskedForItsAnswer() throws InterruptedException {
        put(0, "x");
        String id = logs.startQuery(query("SOURCE '" + GROUP + "' | fields @message"));

        QueryStatus status = logs.results(id);
        for (Instant end = Instant.now().plusSeconds(20); status.state().equals("Running")
                && Instant.now().isBefore(end);) {
            Thread.sleep(10);
            status = logs.results(id);
        }

        assertThat(status.state()).isEqualTo("Complete");
        assertThat(status.answer().rows()).containsExactly(List.of("x"));
        assertThat(logs.stopQuery(id)).isFalse();
        assertThatThrownBy(() -> logs.results("none")).isInstanceOf(LogsException.class);
    }

    @Test
    void putLogEventsLeavesOutWhatIsTooOld() {
        Instant oldest = now.minus(Duration.ofDays(14));
        PutRejections rejections = logs.accept(GROUP, "s", List.of(new NewLogEvent(oldest.minusSeconds(1), "old"),
                new NewLogEvent(oldest.plusSeconds(1), "old enough")));

        assertThat(rejections).isEqualTo(new PutRejections(OptionalInt.of(1), OptionalInt.empty()));
    }

    @Test
    void putLogEventsLeavesOutWhatIsTooNew() {
        PutRejections rejections = logs.accept(GROUP, "s", List.of(new NewLogEvent(now, "now"),
                new NewLogEvent(now.plus(Duration.ofHours(3)), "new")));

        assertThat(rejections).isEqualTo(new PutRejections(OptionalInt.empty(), OptionalInt.of(1)));
        assertThat(logs.filter(FilterRequest.of(GROUP, now.minusSeconds(1), now.plusSeconds(1), "")).events())
                .extracting(LogEvent::message).containsExactly("now");
    }

    /** API_PutLogEvents: "A batch of log events in a single request cannot span more than 24 hours. Otherwise, the operation fails." */
    @Test
    void aBatchSpansAtMostADay() {
        Instant yesterday = now.minus(Duration.ofHours(24));

        assertCode("InvalidParameterException", () -> logs.accept(GROUP, "s",
                List.of(new NewLogEvent(yesterday.minusMillis(1), "a"), new NewLogEvent(now, "b"))));
        logs.accept(GROUP, "s", List.of(new NewLogEvent(yesterday, "a"), new NewLogEvent(now, "b")));
    }

    /** Recorded: localstack/localstack, tests/aws/services/logs/test_logs_streams.snapshot.json. */
    @Test
    void aStreamThatIsCreatedIsListedWithoutEvents() {
        logs.createStream(GROUP, "new");

        assertThat(logs.streams(GROUP, "n")).singleElement().satisfies(stream -> {
            assertThat(stream.name()).isEqualTo("new");
            assertThat(stream.events()).isEmpty();
        });
        assertThatThrownBy(() -> logs.createStream(GROUP, "new")).isInstanceOf(LogsException.class)
                .hasMessage("The specified log stream already exists");
    }

    /** What awslogs and the publishers of this machine write needs no call: their streams are there with the first event. */
    @Test
    void aStreamOfThisMachineCannotBeCreatedAgain() {
        put(0, "x");

        assertCode("ResourceAlreadyExistsException", () -> logs.createStream(GROUP, "app/app/1"));
        logs.accept(GROUP, "app/app/1", List.of(new NewLogEvent(now, "by a call")));
    }

    @Test
    void aCreatedStreamSurvivesARestart() {
        logs.createStream(GROUP, "kept");
        close();
        reopen();

        assertThat(logs.streams(GROUP, "kept")).hasSize(1);
    }

    /** Recorded: localstack/localstack, test_logs_events.py::test_put_log_events_to_invalid_stream. */
    @Test
    void eventsForAStreamThatIsNotThereAreRefused() {
        assertThatThrownBy(() -> logs.accept(GROUP, "nowhere", List.of(new NewLogEvent(now, "x"))))
                .isInstanceOfSatisfying(LogsException.class,
                        e -> assertThat(e.code()).isEqualTo("ResourceNotFoundException"))
                .hasMessage("The specified log stream does not exist.");
    }

    /** API_CreateLogStream: names have 1 to 512 characters, and "Don't use ':' (colon) or '*' (asterisk) characters". */
    @Test
    void theNameOfAStreamHasNoColonAndNoAsterisk() {
        for (String name : List.of("a:b", "a*", "", "x".repeat(513))) {
            assertCode("InvalidParameterException", () -> logs.createStream(GROUP, name));
        }
    }

    /** API_FilterLogEvents: "If you specify a value for both logStreamNamePrefix and logStreamNames, the action returns an InvalidParameterException error." */
    @Test
    void streamsAreNamedOrHaveAPrefix() {
        assertCode("InvalidParameterException", () -> logs.filter(new FilterRequest(GROUP, List.of("s"), "s",
                now.minusSeconds(1), now, "", 10, false, "")));
    }

    /** API_PutRetentionPolicy, retentionInDays. */
    @Test
    void retentionIsOneOfAwssNumbersOfDays() {
        assertThat(LogRules.retention(30)).isEmpty();
        assertThat(LogRules.retention(31)).isPresent();
        assertThat(LogRules.retention(0)).isPresent();
    }

    @Test
    void refusalsHaveAwssCodes() {
        assertCode("ResourceNotFoundException", () -> logs.accept("/none", "s", List.of(new NewLogEvent(now, "x"))));
        assertCode("ResourceNotFoundException", () -> logs.filter(FilterRequest.of("/none", now, now, "")));
        assertCode("ResourceNotFoundException", () -> logs.query(query("SOURCE '/none' | fields @message")));
        assertCode("MalformedQueryException", () -> logs.query(query("SOURCE '" + GROUP + "' | patterns")));
        assertCode("InvalidParameterException", () -> logs.query(query("fields @message")));
        assertCode("InvalidParameterException", () -> logs.accept(GROUP, "s", List.of()));
        assertCode("InvalidParameterException", () -> logs.accept(GROUP, "s",
                List.of(new NewLogEvent(now, "b"), new NewLogEvent(now.minusSeconds(1), "a"))));
        assertCode("InvalidParameterException",
                () -> logs.filter(FilterRequest.of(GROUP, now, now, "").after("nonsense")));
        assertCode("ResourceAlreadyExistsException", () -> logs.createGroup(GROUP));
        assertCode("InvalidParameterException", () -> logs.createGroup("a b"));
        assertCode("InvalidParameterException", () -> logs.createGroup("x".repeat(513)));
    }

    private void put(int second, String message) {
        logs.put(GROUP, "app/app/1", List.of(new NewLogEvent(now.minusSeconds(60).plusSeconds(second), message)));
    }

    private QueryRequest query(String text) {
        return new QueryRequest(List.of(), now.minusSeconds(3_600), now.plusSeconds(60), text, OptionalInt.empty());
    }

    private static void assertCode(String code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(LogsException.class,
                refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
