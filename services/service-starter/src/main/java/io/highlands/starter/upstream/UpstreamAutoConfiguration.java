// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.upstream;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.starter.metrics.UpstreamMeters;
import io.highlands.starter.settings.HighlandsProperties;

/**
 * HTTP interface clients per upstream; only for a service that declares some with
 * {@link org.springframework.web.service.registry.ImportHttpServices}.
 */
@AutoConfiguration(after = {JacksonAutoConfiguration.class, HttpServiceClientAutoConfiguration.class})
@ConditionalOnBean(HttpServiceProxyRegistry.class)
@EnableConfigurationProperties(HighlandsProperties.class)
final class UpstreamAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CircuitBreakerRegistry circuitBreakerRegistry() {
        return CircuitBreakerRegistry.ofDefaults();
    }

    @Bean
    @ConditionalOnMissingBean
    BulkheadRegistry bulkheadRegistry() {
        return BulkheadRegistry.ofDefaults();
    }

    @Bean
    @ConditionalOnMissingBean
    CircuitBreakerFactory<?, ?> circuitBreakerFactory(HighlandsProperties properties, CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads, UpstreamMeters meters) {
        MeteredCircuits.of(breakers, meters);
        return Breakers.factory(properties, breakers, bulkheads);
    }

    @Bean
    UpstreamClients upstreamClients(HighlandsProperties properties, CircuitBreakerFactory<?, ?> breakers,
            JsonMapper json, UpstreamMeters meters) {
        return new UpstreamClients(properties, breakers, new AnswerErrors(json), meters);
    }

    @Bean
    @ConditionalOnMissingBean
    FanOut fanOut() {
        return new FanOut();
    }
}
