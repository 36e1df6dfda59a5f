// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

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

import io.highlands.local.logs.insights.InsightsException;
import io.highlands.local.logs.insights.InsightsQuery;
import io.highlands.local.logs.insights.QueryAnswer;
import io.highlands.local.store.LogGroup;
import io.highlands.local.store.LogStore;

/** Logs Insights queries: answered at once, or started and asked for later. The last hundred answers are kept. */
final class Queries implements AutoCloseable {

    private static final int KEPT = 100;
    private static final QueryAnswer NOTHING = new QueryAnswer(List.of(), List.of(), List.of(), Optional.empty(), 0,
            0, 0, 0, List.of());

    private final LogStore store;
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("insights").factory());
    private final Map<String, Future<QueryAnswer>> started = new LinkedHashMap<>();

    Queries(LogStore store) {
        this.store = store;
    }

    QueryAnswer answer(QueryRequest request) {
        return prepare(request).run();
    }

    String start(QueryRequest request) {
        EventReader reader = prepare(request);
        String id = UUID.randomUUID().toString();
        synchronized (started) {
            started.put(id, thread.submit(reader::run));
            if (started.size() > KEPT) {
                String oldest = started.keySet().iterator().next();
                started.remove(oldest).cancel(true);
            }
        }
        return id;
    }

    QueryStatus status(String id) {
        Future<QueryAnswer> query = require(id);
        return switch (query.state()) {
            case RUNNING -> new QueryStatus(id, "Running", NOTHING);
            case SUCCESS -> new QueryStatus(id, "Complete", query.resultNow());
            case FAILED -> new QueryStatus(id, "Failed", NOTHING);
            case CANCELLED -> new QueryStatus(id, "Cancelled", NOTHING);
        };
    }

    boolean stop(String id) {
        return require(id).cancel(true);
    }

    private Future<QueryAnswer> require(String id) {
        synchronized (started) {
            Future<QueryAnswer> query = started.get(id);
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
            throw new LogsException("ResourceNotFoundException", "Log group '" + group + "' does not exist");
        });
        return new EventReader(store, List.copyOf(groups), request, query);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
