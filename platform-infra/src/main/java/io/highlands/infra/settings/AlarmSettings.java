// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.util.Locale;
import java.util.regex.Pattern;

import io.highlands.dashboards.cloudwatch.Objectives;
import io.highlands.dashboards.cloudwatch.Thresholds;
import io.highlands.dashboards.cloudwatch.alarm.AlarmLevel;
import io.highlands.infra.yaml.Section;

/** Reads whom alarms tell and where they fire: the section {@code alarms}. */
final class AlarmSettings {

    private static final Thresholds DEFAULTS = Thresholds.DEFAULTS;
    private static final Pattern LEVEL = Pattern.compile("full|tickets|none");

    private AlarmSettings() {
    }

    /** Reads the key {@code level}; default full. To be called before {@link #read}, which refuses what was not asked for. */
    static AlarmLevel level(Section section) {
        return section.text("level", LEVEL, "full, tickets or none")
                .map(word -> AlarmLevel.valueOf(word.toUpperCase(Locale.ROOT))).orElse(AlarmLevel.FULL);
    }

    static Thresholds read(Section section, Objectives objectives) {
        var thresholds = new Thresholds(section.fraction("burnFast", DEFAULTS.burnFast(), 1, 1000),
                section.fraction("burnSlow", DEFAULTS.burnSlow(), 1, 1000),
                section.whole("minimumRequests", DEFAULTS.minimumRequests(), 1, 1_000_000),
                section.whole("minimumFailures", DEFAULTS.minimumFailures(), 1, 1_000_000),
                section.fraction("edgeErrorPercent", DEFAULTS.edgeErrorPercent(), 0, 100),
                section.fraction("edgeLatencyPercent", DEFAULTS.edgeLatencyPercent(), 1, 100),
                section.whole("proxyErrors", DEFAULTS.proxyErrors(), 0, 1_000_000),
                section.fraction("cpuPercent", DEFAULTS.cpuPercent(), 1, 100),
                section.fraction("memoryPercent", DEFAULTS.memoryPercent(), 1, 100),
                section.fraction("heapPercent", DEFAULTS.heapPercent(), 1, 100),
                section.fraction("guardErrorPercent", DEFAULTS.guardErrorPercent(), 0, 100));
        section.done();
        ableToFire(section, "burnFast", thresholds.burnFast(), objectives);
        ableToFire(section, "burnSlow", thresholds.burnSlow(), objectives);
        return thresholds;
    }

    /** With a loose objective a high burn rate is more errors than there are requests, and its alarm for ever silent. */
    private static void ableToFire(Section section, String key, double burn, Objectives objectives) {
        for (double promised : new double[]{objectives.availabilityPercent(), objectives.latencyPercentile()}) {
            double most = 100 / (100 - promised);
            if (burn >= most) {
                throw section.refuse(key, Double.toString(burn),
                        "less than %.1f, the burn rate of a total outage with an objective of %s %%".formatted(most,
                                promised));
            }
        }
    }
}
