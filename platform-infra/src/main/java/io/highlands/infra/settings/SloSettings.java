// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.time.Duration;

import io.highlands.dashboards.cloudwatch.Objectives;
import io.highlands.infra.yaml.Section;

/** Reads what users were promised: the section {@code slo}. */
final class SloSettings {

    private static final Objectives DEFAULTS = Objectives.DEFAULTS;

    private SloSettings() {
    }

    static Objectives read(Section section) {
        var objectives = new Objectives(section.fraction("availability", DEFAULTS.availabilityPercent(), 50, 99.999),
                section.precise("latency", DEFAULTS.latency(), Duration.ofMillis(10), Duration.ofSeconds(60)),
                section.fraction("latencyPercentile", DEFAULTS.latencyPercentile(), 50, 99.99),
                Duration.ofDays(section.whole("windowDays", (int) DEFAULTS.window().toDays(), 1, 90)));
        section.done();
        return objectives;
    }
}
