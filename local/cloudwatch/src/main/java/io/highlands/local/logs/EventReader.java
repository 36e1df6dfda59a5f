// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

import io.highlands.local.logs.bounds.WorkLimit;
import io.highlands.local.logs.insights.InsightsQuery;
import io.highlands.local.logs.insights.InsightsRun;
import io.highlands.local.logs.insights.LogRecord;
import io.highlands.local.logs.insights.QueryAnswer;
import io.highlands.local.store.LogEvent;
import io.highlands.local.store.LogQuery;
import io.highlands.local.store.LogStore;

/** Reads the events of some log groups, newest first, page by page, and gives them to a query. */
final class EventReader {

    /** Most events that a query reads: the newest ones. */
    static final int MAX_EVENTS = 1_000_000;

    private static final int PAGE = 2_000;

    /** How long events are still counted when the rows are complete, since recordsMatched and recordsScanned are of all events. */
    private static final Duration COUNTING = Duration.ofSeconds(2);

    private final LogStore store;
    private final List<String> groups;
    private final QueryRequest request;
    private final InsightsQuery query;

    EventReader(LogStore store, List<String> groups, QueryRequest request, InsightsQuery query) {
        this.store = store;
        this.groups = groups;
        this.request = request;
        this.query = query;
    }

    QueryAnswer run() {
        InsightsRun run = query.run(request.limit().orElse(InsightsQuery.MAX_ROWS));
        PriorityQueue<Pages> pages = new PriorityQueue<>(
                Comparator.comparing((Pages each) -> each.peek().time()).reversed());
        groups.stream().map(Pages::new).filter(Pages::any).forEach(pages::add);
        List<String> notes = new ArrayList<>();
        WorkLimit limit = WorkLimit.current();
        long counting = 0;
        for (int read = 0; !pages.isEmpty(); read++) {
            limit.check();
            if (counting > 0 && System.nanoTime() - counting > COUNTING.toNanos()) {
                notes.add("The rows are complete; events were counted among the newest " + read + " only.");
                break;
            }
            if (read >= MAX_EVENTS) {
                notes.add("Only the newest " + read + " events were read.");
                break;
            }
            Pages newest = pages.poll();
            LogEvent event = newest.next();
            boolean more = run.accept(new LogRecord(newest.group, event.stream(), event.time(), event.ingestionTime(),
                    event.message()));
            if (!more && counting == 0) {
                counting = System.nanoTime();
            }
            if (newest.any()) {
                pages.add(newest);
            }
        }
        return run.finish(notes);
    }

    /** The events of one group. */
    private final class Pages {

        private final String group;
        private List<LogEvent> page = List.of();
        private int index;
        private Optional<LogEvent> last = Optional.empty();

        private Pages(String group) {
            this.group = group;
            read();
        }

        private boolean any() {
            return index < page.size();
        }

        private LogEvent peek() {
            return page.get(index);
        }

        private LogEvent next() {
            LogEvent event = page.get(index++);
            if (index == page.size()) {
                last = Optional.of(event);
                read();
            }
            return event;
        }

        private void read() {
            Instant until = last.map(event -> event.time().plusMillis(1)).filter(request.until()::isAfter)
                    .orElse(request.until());
            page = store.read(new LogQuery(group, request.from(), until, Set.of(), Optional.empty(), last, PAGE, true),
                    event -> true);
            index = 0;
        }
    }
}
