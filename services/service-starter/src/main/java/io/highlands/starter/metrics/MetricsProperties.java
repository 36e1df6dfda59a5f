// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.highlands.starter.settings.InvalidSettingException;

/**
 * What goes to CloudWatch, and how often. Region, credentials and endpoint are the AWS SDK's own variables.
 *
 * @param enabled whether metrics are published; HIGHLANDS_METRICS_ENABLED sets it, the default is false
 * @param step how often, and the time that each data point covers; HIGHLANDS_METRICS_STEP sets it, the default is 60s;
 * below that the metrics are of high resolution, which CloudWatch keeps for 3 hours
 * @param also names of meters of the service's own that are published too, such as orders.placed; each of their
 * combinations of tags is one more custom metric
 * @param alsoSeries how many custom metrics those may come to, 10 by default; more are left out, with one warning
 */
@ConfigurationProperties("highlands.metrics")
public record MetricsProperties(@DefaultValue("false") boolean enabled, @DefaultValue("60s") Duration step,
        @DefaultValue List<String> also, @DefaultValue("10") int alsoSeries) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    public MetricsProperties {
        if (step.compareTo(SHORTEST) < 0 || step.compareTo(LONGEST) > 0) {
            throw new InvalidSettingException("HIGHLANDS_METRICS_STEP", step.toString(), "1s to 5m");
        }
        also = List.copyOf(also);
    }

    /** A step below a minute asks for storage of single seconds (API_MetricDatum: StorageResolution). */
    int storageResolution() {
        return step.compareTo(Duration.ofMinutes(1)) < 0 ? 1 : 60;
    }
}
