// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.highlands.cloudwatch.model.search.MetricName;

/** Looks which of the metrics that dashboards and alarms use exist, and where those are that do not. */
final class SeriesCheck {

    private static final int MAX_HINTS = 2;

    private final Account account;
    private final Incidents incidents;
    private final Set<MetricName> known = new HashSet<>();

    final List<Gap> gaps = new ArrayList<>();
    final List<String> quiet = new ArrayList<>();
    final List<String> excused = new ArrayList<>();
    int total;
    int withData;

    SeriesCheck(Account account, Incidents incidents) {
        this.account = account;
        this.incidents = incidents;
    }

    void run(List<DeclaredSeries> series, List<DeclaredSearch> searches, Instant from, Instant until) {
        Map<MetricName, Set<String>> users = new LinkedHashMap<>();
        series.forEach(each -> users.computeIfAbsent(each.metric(), key -> new LinkedHashSet<>()).add(each.where()));
        Set<String> namespaces = users.keySet().stream().map(MetricName::namespace)
                .collect(Collectors.toCollection(TreeSet::new));
        namespaces.parallelStream().map(account::metrics).toList().forEach(known::addAll);
        Set<MetricName> data = account.withData(List.copyOf(users.keySet()), from, until);
        total = users.size();
        users.forEach((metric, where) -> check(metric, where, data));
        Map<String, DeclaredSearch> distinct = new LinkedHashMap<>();
        searches.forEach(search -> distinct.putIfAbsent(search.expression().toString(), search));
        total += distinct.size();
        distinct.values().forEach(this::check);
    }

    private void check(MetricName metric, Set<String> users, Set<MetricName> data) {
        if (data.contains(metric)) {
            withData++;
            return;
        }
        if (known.contains(metric)) {
            quiet.add(text(metric));
            return;
        }
        var fault = incidents.fault(metric);
        if (fault.isPresent()) {
            excused.add(text(metric) + ": " + fault.get());
            return;
        }
        gaps.add(new Gap("series", text(metric), "does not exist (" + users.iterator().next()
                + (users.size() > 1 ? " and " + (users.size() - 1) + " more" : "") + ")" + hint(metric)));
    }

    private void check(DeclaredSearch search) {
        if (!search.expression().select(List.copyOf(known)).isEmpty()) {
            withData++;
            return;
        }
        gaps.add(new Gap("series", "SEARCH " + search.expression(), "finds nothing (" + search.where() + ")"));
    }

    private String hint(MetricName wanted) {
        List<MetricName> namesakes = known.stream()
                .filter(metric -> metric.namespace().equals(wanted.namespace()) && metric.name().equals(wanted.name()))
                .toList();
        if (!namesakes.isEmpty()) {
            return "; found under other dimensions: " + some(namesakes.stream()
                    .map(metric -> new TreeMap<>(metric.dimensions()).toString()).sorted().toList());
        }
        List<String> alike = known.stream().filter(metric -> metric.dimensions().equals(wanted.dimensions()))
                .filter(metric -> metric.namespace().equals(wanted.namespace())).map(MetricName::name).sorted()
                .toList();
        return alike.isEmpty() ? "" : "; under these dimensions there are: " + some(alike);
    }

    private static String some(List<String> found) {
        return String.join(", ", found.subList(0, Math.min(MAX_HINTS, found.size())))
                + (found.size() > MAX_HINTS ? " and " + (found.size() - MAX_HINTS) + " more" : "");
    }

    static String text(MetricName metric) {
        return metric.namespace() + " " + metric.name() + " " + new TreeMap<>(metric.dimensions());
    }
}
