// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import io.highlands.local.logs.bounds.WorkLimit;
import io.highlands.local.logs.bounds.WorkStoppedException;
import io.highlands.local.logs.insights.InsightsException;
import io.highlands.local.logs.insights.InsightsQuery;
import io.highlands.local.logs.insights.QueryAnswer;
import io.highlands.local.store.LogGroup;
import io.highlands.local.store.LogStore;

/**
 * Logs Insights queries: answered at once, or started and asked for later. Each has a time and a share of memory, and can be
 * stopped. The results of the last hundred are kept.
 */
final class Queries implements AutoCloseable {

    private static final int KEPT = 100;

    /** The account of local mode, which the message of AWS names. */
    private static final String ACCOUNT = "000000000000";

    /**
     * Most started queries that are not complete, as CloudWatch Logs' quota for a new account.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html">Quotas</a>
     */
    private static final int MAX_WAITING = 30;

    /** In AWS an hour, over logs that are not on one machine. */
    private static final Duration STARTED_TIME = Duration.ofSeconds(30);

    /** Somebody waits for it. */
    private static final Duration DIRECT_TIME = Duration.ofSeconds(10);

    /** A quarter of the process's memory. */
    private static final long MEMORY = 32L << 20;

    private static final QueryAnswer NOTHING = new QueryAnswer(List.of(), List.of(), List.of(), Optional.empty(), 0,
            0, 0, 0, List.of());

    private final LogStore store;
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("insights").factory());
    private final Map<String, Started> started = new LinkedHashMap<>();

    Queries(LogStore store) {
        this.store = store;
    }

    /** A query on its way, and what stops it. */
    private record Started(Future<QueryAnswer> result, WorkLimit limit) {

        boolean stop() {
            limit.stop();
            return result.cancel(false);
        }
    }

    QueryAnswer answer(QueryRequest request) {
        EventReader reader = prepare(request);
        try {
            return WorkLimit.of(DIRECT_TIME, MEMORY).run(reader::run);
        } catch (InsightsException e) {
            throw new LogsException("MalformedQueryException", e.getMessage());
        } catch (WorkStoppedException over) {
            throw new LogsException("LimitExceededException", over.getMessage());
        }
    }

    String start(QueryRequest request) {
        EventReader reader = prepare(request);
        String id = UUID.randomUUID().toString();
        WorkLimit limit = WorkLimit.of(STARTED_TIME, MEMORY);
        synchronized (started) {
            if (started.values().stream().filter(query -> !query.result().isDone()).count() >= MAX_WAITING) {
                throw new LogsException("LimitExceededException", "More than " + MAX_WAITING
                        + " queries are running or scheduled");
            }
            started.put(id, new Started(thread.submit(() -> limit.run(reader::run)), limit));
            if (started.size() > KEPT) {
                started.remove(started.keySet().iterator().next()).stop();
            }
        }
        return id;
    }

    QueryStatus status(String id) {
        Future<QueryAnswer> query = require(id).result();
        return switch (query.state()) {
            case RUNNING -> new QueryStatus(id, "Running", NOTHING);
            case SUCCESS -> new QueryStatus(id, "Complete", query.resultNow());
            case FAILED -> new QueryStatus(id, failure(query.exceptionNow()), NOTHING);
            case CANCELLED -> new QueryStatus(id, "Cancelled", NOTHING);
        };
    }

    private static String failure(Throwable cause) {
        return cause instanceof WorkStoppedException over && over.reason() == WorkStoppedException.Reason.TIME
                ? "Timeout"
                : "Failed";
    }

    boolean stop(String id) {
        return require(id).stop();
    }

    private Started require(String id) {
        synchronized (started) {
            Started query = started.get(id);
            if (query == null) {
                throw new LogsException("ResourceNotFoundException", "The query " + id + " does not exist");
            }
            return query;
        }
    }

    private EventReader prepare(QueryRequest request) {
        InsightsQuery query;
        try {
            query = InsightsQuery.parse(request.query());
        } catch (InsightsException e) {
            throw new LogsException("MalformedQueryException", e.getMessage());
        }
        Set<String> groups = new LinkedHashSet<>(request.groups());
        groups.addAll(query.sources());
        if (groups.isEmpty()) {
            throw new LogsException("InvalidParameterException", "A query needs a log group: give one, or begin "
                    + "it with SOURCE 'group' |");
        }
        Set<String> known = store.groups().stream().map(LogGroup::name).collect(Collectors.toSet());
        groups.stream().filter(group -> !known.contains(group)).findFirst().ifPresent(group -> {
            throw new LogsException("ResourceNotFoundException",
                    "Log group '" + group + "' does not exist for account ID '"
                            + ACCOUNT + "'");
        });
        return new EventReader(store, List.copyOf(groups), request, query);
    }

    @Override
    public void close() {
        synchronized (started) {
            started.values().forEach(Started::stop);
        }
        thread.shutdownNow();
    }
}
