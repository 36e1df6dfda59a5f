// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.highlands.local.logs.bounds.WorkLimit;
import io.highlands.local.logs.bounds.WorkStoppedException;
import io.highlands.local.store.LogEvent;
import io.highlands.local.store.LogQuery;
import io.highlands.local.store.LogStore;

/**
 * One page of FilterLogEvents: reads events in order and matches each, until the page is full or its time is over.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html">FilterLogEvents</a>:
 *      a page has at most 1 MB, and "can return empty results while there are more log events available through the token"
 */
final class FilterRun {

    private static final Duration TIME = Duration.ofSeconds(3);
    private static final int MAX_PAGE_BYTES = 1 << 20;
    private static final int READ = 2_000;

    private final LogStore store;
    private final FilterRequest request;
    private final Set<String> streams;
    private final FilterPattern pattern;
    private final List<LogEvent> found = new ArrayList<>();
    private long bytes;
    private Optional<LogEvent> searched;

    FilterRun(LogStore store, FilterRequest request, Set<String> streams) {
        this.store = store;
        this.request = request;
        this.streams = streams;
        this.pattern = FilterPattern.parse(request.pattern());
        this.searched = PageToken.read(request.token());
    }

    EventPage page() {
        Optional<LogEvent> start = searched;
        try {
            return WorkLimit.of(TIME, Long.MAX_VALUE).run(this::search);
        } catch (WorkStoppedException over) {
            if (searched.equals(start)) {
                throw new LogsException("InvalidParameterException", "Invalid filter pattern: it takes longer than "
                        + TIME.toSeconds() + " s to match one event");
            }
            return new EventPage(List.copyOf(found), searched.map(PageToken::of));
        }
    }

    private EventPage search() {
        List<LogEvent> events = read();
        while (!events.isEmpty()) {
            for (LogEvent event : events) {
                WorkLimit.current().check();
                if (pattern.matches(event.message())) {
                    if (found.size() == request.limit() || !found.isEmpty() && bytes >= MAX_PAGE_BYTES) {
                        return new EventPage(List.copyOf(found), Optional.of(PageToken.of(found.getLast())));
                    }
                    found.add(event);
                    bytes += event.message().length();
                }
                searched = Optional.of(event);
            }
            events = read();
        }
        return new EventPage(List.copyOf(found), Optional.empty());
    }

    /** The next events in order; from the last one's moment on, so that older files are not opened again. */
    private List<LogEvent> read() {
        Instant from = request.newestFirst()
                ? request.from()
                : searched.map(LogEvent::time)
                        .filter(request.from()::isBefore).orElse(request.from());
        Instant until = !request.newestFirst()
                ? request.until()
                : searched.map(last -> last.time().plusMillis(1))
                        .filter(request.until()::isAfter).orElse(request.until());
        return store.read(new LogQuery(request.group(), from, until, streams, pattern.contained(), searched,
                request.pattern().isBlank() ? Math.min(READ, request.limit() + 1) : READ, request.newestFirst()),
                event -> true);
    }
}
