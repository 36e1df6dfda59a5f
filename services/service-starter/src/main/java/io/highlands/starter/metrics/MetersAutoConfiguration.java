// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The meters of requests and upstream calls, whether or not they are published: Actuator shows them too. */
@AutoConfiguration(afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
final class MetersAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ServerMeters serverMeters(ObjectProvider<MeterRegistry> registries) {
        return new ServerMeters(registry(registries));
    }

    @Bean
    @ConditionalOnMissingBean
    UpstreamMeters upstreamMeters(ObjectProvider<MeterRegistry> registries) {
        return new UpstreamMeters(registry(registries));
    }

    @Bean
    MeasuredRoutes measuredRoutes(ServerMeters meters, ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new MeasuredRoutes(meters, mappings);
    }

    /** An empty registry records nothing, for a service that leaves Actuator's metrics out. */
    private static MeterRegistry registry(ObjectProvider<MeterRegistry> registries) {
        return registries.getIfAvailable(CompositeMeterRegistry::new);
    }
}
