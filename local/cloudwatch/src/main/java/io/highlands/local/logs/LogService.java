// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import io.highlands.local.logs.insights.QueryAnswer;
import io.highlands.local.store.LogEvent;
import io.highlands.local.store.LogGroup;
import io.highlands.local.store.LogStore;
import io.highlands.local.store.LogStreamInfo;
import io.highlands.local.store.NewLogEvent;
import io.highlands.local.store.StoreException;

/** CloudWatch Logs. Its methods may be called by any thread. */
public final class LogService implements AutoCloseable {

    private final LogStore store;
    private final Clock clock;
    private final Queries queries;
    private volatile Map<String, Integer> metricFilters = Map.of();

    /**
     * A service over a store.
     *
     * @param store where the events are
     * @param clock what time it is
     */
    public LogService(LogStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.queries = new Queries(store);
    }

    /**
     * Takes over a log group of the templates, or changes its retention.
     *
     * @param group its name
     * @param retentionDays RetentionInDays; empty keeps events as long as the store does
     */
    public void provision(String group, OptionalInt retentionDays) {
        store.createGroup(group, retentionDays);
    }

    /**
     * Notes how many metric filters the templates put on log groups.
     *
     * @param counts the number by logGroupName; groups that are not named have none
     */
    public void metricFilters(Map<String, Integer> counts) {
        metricFilters = Map.copyOf(counts);
    }

    /**
     * {@return how many metric filters a log group has: metricFilterCount}
     *
     * @param group logGroupName
     */
    public int metricFilters(String group) {
        return metricFilters.getOrDefault(group, 0);
    }

    /**
     * CreateLogGroup.
     *
     * @param group logGroupName
     * @throws LogsException InvalidParameterException, ResourceAlreadyExistsException
     */
    public void createGroup(String group) {
        LogRules.requireGroupName(group);
        if (exists(group)) {
            throw new LogsException("ResourceAlreadyExistsException", "The specified log group already exists");
        }
        store.createGroup(group, OptionalInt.empty());
    }

    /**
     * CreateLogStream.
     *
     * @param group logGroupName
     * @param stream logStreamName: 1 to 512 characters, none of them ':' or '*'
     * @throws LogsException InvalidParameterException, ResourceNotFoundException, ResourceAlreadyExistsException,
     *         LimitExceededException
     */
    public void createStream(String group, String stream) {
        LogRules.requireStreamName(stream);
        require(group);
        if (hasStream(group, stream)) {
            throw new LogsException("ResourceAlreadyExistsException", "The specified log stream already exists");
        }
        try {
            store.createStream(group, stream);
        } catch (StoreException full) {
            throw new LogsException("LimitExceededException", full.getMessage());
        }
    }

    /**
     * Takes lines from within the platform; group and stream are made when they are new.
     *
     * @param group logGroupName
     * @param stream logStreamName
     * @param lines the lines
     * @return false when none was taken, because the store is behind with writing
     */
    public boolean put(String group, String stream, List<NewLogEvent> lines) {
        return store.put(group, stream, lines);
    }

    /**
     * PutLogEvents.
     *
     * @param group logGroupName
     * @param stream logStreamName
     * @param lines logEvents, in order of time
     * @return what of the batch was not taken
     * @throws LogsException ResourceNotFoundException, InvalidParameterException, ServiceUnavailableException
     */
    public PutRejections accept(String group, String stream, List<NewLogEvent> lines) {
        requireStream(group, stream);
        LogRules.requireBatch(lines);
        Instant now = clock.instant();
        int first = (int) lines.stream().filter(line -> line.time().isBefore(now.minus(Duration.ofDays(14)))).count();
        int last = (int) lines.stream().filter(line -> !line.time().isAfter(now.plus(Duration.ofHours(2)))).count();
        if (first < last && !store.put(group, stream, lines.subList(first, last))) {
            throw new LogsException("ServiceUnavailableException", "The service cannot complete the request.",
                    503);
        }
        return new PutRejections(first == 0 ? OptionalInt.empty() : OptionalInt.of(first),
                last == lines.size() ? OptionalInt.empty() : OptionalInt.of(last));
    }

    /**
     * DescribeLogGroups.
     *
     * @param prefix logGroupNamePrefix, empty for all
     * @return the groups by name
     */
    public List<LogGroup> groups(String prefix) {
        return store.groups().stream().filter(group -> group.name().startsWith(prefix))
                .sorted(Comparator.comparing(LogGroup::name)).toList();
    }

    /**
     * DescribeLogStreams.
     *
     * @param group logGroupName
     * @param prefix logStreamNamePrefix, empty for all
     * @return the streams by name
     * @throws LogsException ResourceNotFoundException
     */
    public List<LogStreamInfo> streams(String group, String prefix) {
        require(group);
        return store.streams(group).stream().filter(stream -> stream.name().startsWith(prefix)).toList();
    }

    /**
     * FilterLogEvents and GetLogEvents. As AWS's, a page ends after 1 MiB, and also where it has been searched for longer than
     * 3 s; then it may hold few events or none, and a token.
     *
     * @param request which events
     * @return one page of them
     * @throws LogsException ResourceNotFoundException, InvalidParameterException
     */
    public EventPage filter(FilterRequest request) {
        require(request.group());
        if (request.limit() < 1 || request.limit() > FilterRequest.MAX_LIMIT) {
            throw new LogsException("InvalidParameterException", "limit has to be 1 to "
                    + FilterRequest.MAX_LIMIT + ", not " + request.limit());
        }
        if (!request.streams().isEmpty() && !request.streamPrefix().isEmpty()) {
            throw new LogsException("InvalidParameterException",
                    "logStreamNames and logStreamNamePrefix are mutually exclusive parameters.");
        }
        Set<String> streams = streams(request);
        if (!request.streamPrefix().isEmpty() && streams.isEmpty()) {
            return new EventPage(List.of(), Optional.empty());
        }
        return new FilterRun(store, request, streams).page();
    }

    private Set<String> streams(FilterRequest request) {
        if (request.streamPrefix().isEmpty()) {
            Set<String> named = new HashSet<>(request.streams());
            if (!named.isEmpty() && !store.streams(request.group()).stream().map(LogStreamInfo::name)
                    .collect(Collectors.toSet()).containsAll(named)) {
                throw noStream();
            }
            return named;
        }
        return streams(request.group(), request.streamPrefix()).stream().map(LogStreamInfo::name)
                .collect(Collectors.toSet());
    }

    /**
     * Answers a Logs Insights query at once.
     *
     * @param request the query
     * @return its answer
     * @throws LogsException MalformedQueryException when the query cannot be read or uses what is not served here,
     *         ResourceNotFoundException when a log group is not there
     */
    public QueryAnswer query(QueryRequest request) {
        return queries.answer(request);
    }

    /**
     * Begins a Logs Insights query that runs in the background: StartQuery.
     *
     * @param request the query
     * @return queryId
     * @throws LogsException as {@link #query}
     */
    public String startQuery(QueryRequest request) {
        return queries.start(request);
    }

    /**
     * GetQueryResults.
     *
     * @param id queryId
     * @return how far the query is, and its answer once it is complete
     * @throws LogsException ResourceNotFoundException
     */
    public QueryStatus results(String id) {
        return queries.status(id);
    }

    /**
     * Ends a Logs Insights query early: StopQuery.
     *
     * @param id queryId
     * @return whether it was still running
     * @throws LogsException ResourceNotFoundException
     */
    public boolean stopQuery(String id) {
        return queries.stop(id);
    }

    /** Ends running queries. */
    @Override
    public void close() {
        queries.close();
    }

    private boolean exists(String group) {
        return store.groups().stream().anyMatch(known -> known.name().equals(group));
    }

    private boolean hasStream(String group, String stream) {
        return store.streams(group).stream().anyMatch(known -> known.name().equals(stream));
    }

    /**
     * Refuses a stream that is not there.
     *
     * @param group logGroupName
     * @param stream logStreamName
     * @throws LogsException ResourceNotFoundException, for the group or the stream
     */
    public void requireStream(String group, String stream) {
        require(group);
        if (!hasStream(group, stream)) {
            throw noStream();
        }
    }

    private static LogsException noStream() {
        return new LogsException("ResourceNotFoundException", "The specified log stream does not exist.");
    }

    private void require(String group) {
        if (!exists(group)) {
            throw new LogsException("ResourceNotFoundException", "The specified log group does not exist.");
        }
    }
}
