// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

import io.highlands.starter.settings.HighlandsProperties;
import io.highlands.telemetry.Source;

/**
 * Publishes to CloudWatch where HIGHLANDS_METRICS_ENABLED asks for it; Boot has no auto-configuration for Micrometer's
 * CloudWatch registry.
 */
@AutoConfiguration(beforeName = {
        "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
        "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration"}, afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration")
@Conditional(MetricsCondition.class)
@EnableConfigurationProperties({HighlandsProperties.class, MetricsProperties.class})
final class CloudWatchAutoConfiguration {

    private static final Duration MAX_ATTEMPT = Duration.ofSeconds(10);

    @Bean
    @ConditionalOnMissingBean
    HighlandsMeterRegistry highlandsMeterRegistry(MetricsProperties metrics, HighlandsProperties properties,
            ObjectProvider<Clock> clock) {
        return new HighlandsMeterRegistry(metrics, namespace(properties), clock.getIfAvailable(() -> Clock.SYSTEM));
    }

    @Bean
    @ConditionalOnMissingBean
    Publisher metricsPublisher(MetricsProperties metrics, HighlandsProperties properties,
            HighlandsMeterRegistry registry, UpstreamMeters upstreams) {
        String service = properties.service();
        List<Readings> readings = List.of(new DeclaredReadings(registry, upstreams, service),
                new JvmReadings(registry, service), new OwnReadings(registry, service, metrics));
        return new Publisher(metrics, service, readings,
                new Batches(namespace(properties), metrics.storageResolution()),
                new Delivery(() -> Clients.cloudWatch(MAX_ATTEMPT)), registry);
    }

    private static String namespace(HighlandsProperties properties) {
        return Source.HIGHLANDS.namespace(properties.env());
    }
}
