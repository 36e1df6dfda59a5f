// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.highlands.cloudwatch.model.math.MathBudget;
import io.highlands.cloudwatch.model.math.MathExpression;
import io.highlands.cloudwatch.model.math.MathInputs;
import io.highlands.cloudwatch.model.math.MathQueries;
import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.search.SearchExpression;
import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.cloudwatch.model.statistics.Statistic;
import io.highlands.local.cloudwatch.CloudWatchException;

/** One evaluation of queries: reads all metrics first, a few times at most, then computes the expressions. */
final class QueryRun {

    /** The period of an expression that names none and uses no metric, such as a search: CloudWatch's default. */
    private static final int DEFAULT_PERIOD = 300;

    private final MetricDataRequest request;

    private final Periods periods;

    private final SeriesReader reader;

    /** Shared by all periods: everything is computed once for each. */
    private final MathBudget budget = new MathBudget();

    private final Map<String, MetricDataQuery> queries;

    private final Map<String, TimeSeries> metrics = new LinkedHashMap<>();

    /** The units of each metric's data, by id. */
    private final Map<String, List<String>> units = new HashMap<>();

    /** Which metric a series is, for those that a search has found. */
    private final Map<TimeSeries, MetricName> found = new IdentityHashMap<>();

    QueryRun(MetricDataRequest request, Periods periods, SeriesReader reader) {
        this.request = request;
        this.periods = periods;
        this.reader = reader;
        this.queries = request.queries().stream().collect(
                Collectors.toMap(MetricDataQuery::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    List<MetricSeries> run() {
        MathQueries expressions = parse();
        readMetrics();
        Map<String, MathQueries.Result> computed = compute(expressions);
        List<MetricSeries> answer = new ArrayList<>();
        for (MetricDataQuery query : request.queries()) {
            if (!query.returnData()) {
                continue;
            }
            if (query.metricStat().isPresent()) {
                TimeSeries series = metrics.get(query.id());
                answer.add(new MetricSeries(query.id(),
                        label(query, series, Optional.of(query.metricStat().get().metric())), series,
                        units.get(query.id()).size() < 2
                                ? List.of()
                                : List.of(MetricDataResult.Message.multipleUnits(units.get(query.id())))));
            } else {
                answer.addAll(answers(query, computed.get(query.id())));
            }
        }
        return answer;
    }

    private MathQueries parse() {
        Map<String, String> texts = new LinkedHashMap<>();
        queries.values().forEach(query -> query.expression().ifPresent(text -> texts.put(query.id(), text)));
        texts.forEach((id, text) -> inWords(" '" + id + "'", () -> MathExpression.parse(text)));
        MathQueries parsed = inWords("s", () -> MathQueries.parse(texts));
        parsed.expressions().forEach((id, expression) -> {
            for (String reference : expression.references()) {
                if (!queries.containsKey(reference)) {
                    throw CloudWatchException.validation(
                            "Error in expression '" + id + "': no query has the id '" + reference + "'.");
                }
            }
        });
        return parsed;
    }

    private void readMetrics() {
        List<MetricStat> stats = queries.values().stream().flatMap(query -> query.metricStat().stream()).toList();
        Map<MetricStat, String> labels = Labels.ofStats(stats);
        Map<MetricStat, SeriesReader.Read> read = reader.read(stats, stat -> range(stat.period()));
        queries.values().forEach(query -> query.metricStat().ifPresent(stat -> {
            metrics.put(query.id(), since(read.get(stat).series(), stat.period()).named(labels.get(stat)));
            units.put(query.id(), read.get(stat).units());
        }));
    }

    /** Without what is too old to be had in such short periods. */
    private TimeSeries since(TimeSeries series, int period) {
        if (series.isEmpty() || !series.time(0).isBefore(periods.oldest(period))) {
            return series;
        }
        var builder = TimeSeries.builder(series.label(), series.period());
        for (int i = 0; i < series.size(); i++) {
            if (!series.time(i).isBefore(periods.oldest(period))) {
                builder.add(series.time(i), series.value(i));
            }
        }
        return builder.build();
    }

    private Range range(int period) {
        return periods.range(request.start(), request.end(), period);
    }

    /** Computes everything once for each length of period that expressions have; mostly that is once. */
    private Map<String, MathQueries.Result> compute(MathQueries expressions) {
        Map<Integer, Set<String>> byPeriod = new LinkedHashMap<>();
        Map<String, Integer> lengths = periods(expressions);
        expressions.expressions().forEach((id, expression) -> byPeriod
                .computeIfAbsent(lengths.get(id), key -> new LinkedHashSet<>()).add(id));
        Map<String, MathQueries.Result> results = new HashMap<>();
        byPeriod.forEach((period, ids) -> {
            MathInputs inputs = new MathInputs(range(period), metrics, Optional.of(this::search), budget);
            Map<String, MathQueries.Result> all = inWords("s", () -> expressions.results(inputs));
            ids.forEach(id -> results.put(id, all.get(id)));
        });
        return results;
    }

    /** The period of each query; what an expression uses comes before it, so that no chain of them goes down the stack. */
    private Map<String, Integer> periods(MathQueries expressions) {
        Map<String, Integer> lengths = new HashMap<>();
        queries.forEach((id, query) -> query.metricStat().ifPresent(stat -> lengths.put(id, stat.period())));
        for (String id : expressions.order()) {
            MathExpression expression = expressions.expressions().get(id);
            Set<String> used = expression.functions().contains("METRICS")
                    ? metrics.keySet()
                    : expression.references();
            lengths.put(id, queries.get(id).period().orElseGet(
                    () -> used.stream().mapToInt(lengths::get).min().orElse(DEFAULT_PERIOD)));
        }
        return lengths;
    }

    private List<TimeSeries> search(SearchExpression query, Statistic statistic, Duration period) {
        List<MetricName> all = reader.names();
        budget.read(0, all.size());
        List<MetricName> names = query.select(all).stream().limit(MathBudget.MAX_SERIES).toList();
        Map<MetricName, String> labels = Labels.of(names);
        int seconds = Math.toIntExact(period.toSeconds());
        periods.require(seconds, "Period");
        List<MetricStat> stats = names.stream()
                .map(name -> new MetricStat(name, seconds, statistic.name(), Optional.empty())).toList();
        Map<MetricStat, SeriesReader.Read> read = reader.read(stats, stat -> range(seconds));
        List<TimeSeries> series = new ArrayList<>();
        for (MetricStat stat : stats) {
            TimeSeries one = since(read.get(stat).series(), seconds).named(labels.get(stat.metric()));
            found.put(one, stat.metric());
            series.add(one);
        }
        return series;
    }

    /** One series has the query's label, or its id; those of an array have labels of their own behind it. */
    private List<MetricSeries> answers(MetricDataQuery query, MathQueries.Result computed) {
        return computed.series().stream().map(series -> {
            TimeSeries named = computed.array() ? series : series.named(query.id());
            String label = label(query, named, Optional.ofNullable(found.get(series)));
            boolean prefix = computed.array() && query.label().filter(text -> !DynamicLabel.is(text)).isPresent();
            return new MetricSeries(query.id(), prefix ? label + " " + named.label() : label, named,
                    series.droppedPoints() ? List.of(MetricDataResult.Message.ARITHMETIC_ERROR) : List.of());
        }).toList();
    }

    private static String label(MetricDataQuery query, TimeSeries series, Optional<MetricName> metric) {
        return query.label().map(text -> DynamicLabel.is(text)
                ? DynamicLabel.fill(text, series.label(), series, metric)
                : text).orElse(series.label());
    }

    private static <T> T inWords(String which, Supplier<T> work) {
        try {
            return work.get();
        } catch (CloudWatchException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw CloudWatchException.validation("Error in expression" + which + ": " + e.getMessage() + ".");
        }
    }
}
