// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.highlands.cloudwatch.model.search.MetricName;

/** All metrics that are known. Whoever uses it holds the intake's lock. */
final class SeriesIndex {

    /** What all names together may hold, so that long dimensions cannot fill the memory: 16 Mi characters. */
    private static final long MAX_CHARACTERS = 16L << 20;

    private final Map<MetricName, Series> byName = new HashMap<>();

    private final int limit;

    private long characters;

    private List<MetricName> sorted;

    SeriesIndex(int limit) {
        this.limit = limit;
    }

    Series find(MetricName name) {
        return byName.get(name);
    }

    int size() {
        return byName.size();
    }

    Collection<Series> all() {
        return byName.values();
    }

    /** Refuses a batch that would bring more metrics than there can be. */
    void require(Collection<Sample> batch) {
        Set<MetricName> added = null;
        long length = characters;
        for (Sample sample : batch) {
            if (byName.containsKey(sample.metric())) {
                continue;
            }
            added = added == null ? new HashSet<>() : added;
            if (added.add(sample.metric())) {
                length += length(sample.metric());
            }
        }
        if (added != null && (byName.size() + added.size() > limit || length > MAX_CHARACTERS)) {
            throw new StoreException("There are " + byName.size() + " metrics and no room for " + added.size()
                    + " more: at most " + limit + " are kept, with names of " + MAX_CHARACTERS + " characters in all");
        }
    }

    Series findOrAdd(MetricName name) {
        Series known = byName.get(name);
        if (known != null) {
            return known;
        }
        Series series = new Series(name);
        byName.put(name, series);
        characters += length(name);
        sorted = null;
        return series;
    }

    /** Forgets metrics without data since a moment. */
    void forgetBefore(long second) {
        if (byName.values().removeIf(series -> series.lastSecond() < second && series.recent().isEmpty()
                && series.id() != Series.UNNUMBERED)) {
            characters = byName.keySet().stream().mapToLong(SeriesIndex::length).sum();
            sorted = null;
        }
    }

    List<MetricName> names() {
        if (sorted == null) {
            sorted = byName.values().stream().sorted(Comparator.comparing(Series::order)).map(Series::name).toList();
        }
        return sorted;
    }

    private static long length(MetricName name) {
        long length = name.namespace().length() + name.name().length();
        for (Map.Entry<String, String> dimension : name.dimensions().entrySet()) {
            length += dimension.getKey().length() + dimension.getValue().length();
        }
        return length;
    }
}
