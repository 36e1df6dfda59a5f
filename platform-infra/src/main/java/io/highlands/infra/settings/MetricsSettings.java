// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.time.Duration;

import io.highlands.infra.yaml.Section;

/**
 * What the services publish to CloudWatch.
 *
 * @param step
 *            how often, a divisor of the 60 s in which alarms and dashboards count; less than 60 s costs as much per metric
 *            and more requests; default 60s
 */
public record MetricsSettings(Duration step) {

    private static final int MINUTE = 60;

    static MetricsSettings read(Section section) {
        Duration step = section.duration("step", Duration.ofSeconds(1), Duration.ofSeconds(MINUTE))
                .orElse(Duration.ofSeconds(MINUTE));
        if (MINUTE % step.toSeconds() != 0) {
            throw section.refuse("step", step.toSeconds() + "s", "a divisor of 60s");
        }
        section.done();
        return new MetricsSettings(step);
    }
}
