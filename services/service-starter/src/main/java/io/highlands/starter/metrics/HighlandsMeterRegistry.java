// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import io.micrometer.cloudwatch2.CloudWatchConfig;
import io.micrometer.cloudwatch2.CloudWatchMeterRegistry;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;

/**
 * Micrometer's registry for CloudWatch, with meters that keep whole distributions. It publishes nothing itself: its own
 * way sends sums, counts and means, of which CloudWatch can make no percentile, at a random moment of the step, and every
 * meter there is. {@link Publisher} does that instead, and has the client.
 */
final class HighlandsMeterRegistry extends CloudWatchMeterRegistry {

    private final MetricsProperties properties;

    HighlandsMeterRegistry(MetricsProperties properties, String namespace, Clock clock) {
        super(new Config(properties, namespace), clock, null);
        this.properties = properties;
    }

    @Override
    protected Timer newTimer(Meter.Id id, DistributionStatisticConfig distribution, PauseDetector pauses) {
        return new SampledTimer(id, clock, properties.step().toMillis());
    }

    @Override
    protected DistributionSummary newDistributionSummary(Meter.Id id, DistributionStatisticConfig distribution,
            double scale) {
        return new SampledSummary(id, clock, scale, properties.step().toMillis());
    }

    @Override
    protected Counter newCounter(Meter.Id id) {
        return new SteppedCounter(id);
    }

    /** Not yet: Boot closes registries before the service drains, and those requests count too. */
    @Override
    public void close() {
        // See closeAtLast.
    }

    /** Closes it, once nothing is measured any more. */
    void closeAtLast() {
        super.close();
    }

    /** What the library asks for; disabled, so that it starts no thread. */
    private record Config(MetricsProperties properties, String namespace) implements CloudWatchConfig {

        @Override
        public String get(String key) {
            return null;
        }

        @Override
        public java.time.Duration step() {
            return properties.step();
        }

        @Override
        public boolean enabled() {
            return false;
        }
    }
}
