// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.LinkedHashMap;
import java.util.Map;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.statistics.Aggregation;

/** The samples of one metric on their way into periods, apart by unit: samples of different units do not add up. */
final class UnitGatherings {

    private final Range range;

    private final Detail detail;

    private final Gathering[] byUnit = new Gathering[Unit.names().size()];

    UnitGatherings(Range range, Detail detail) {
        this.range = range;
        this.detail = detail;
    }

    /** Those of a unit, by its place in {@link Unit#names()}. */
    Gathering of(int unit) {
        if (byUnit[unit] == null) {
            byUnit[unit] = Gathering.of(range, detail);
        }
        return byUnit[unit];
    }

    /** The samples by unit, the one that CloudWatch prefers first; empty without samples. */
    Map<String, Aggregation> end() {
        Map<String, Aggregation> ended = new LinkedHashMap<>();
        for (String unit : Unit.preferred()) {
            Gathering gathering = byUnit[Unit.code(unit)];
            if (gathering != null) {
                ended.put(unit, gathering.end());
            }
        }
        return ended;
    }
}
