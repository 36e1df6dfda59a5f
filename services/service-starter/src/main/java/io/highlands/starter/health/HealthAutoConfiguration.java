// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.health;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

import io.highlands.starter.settings.HighlandsProperties;

/**
 * Health and drain of a Highlands service.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(HighlandsProperties.class)
final class HealthAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Drain highlandsDrain(HighlandsProperties properties, ApplicationContext context) {
        return new Drain(properties.drain(), context);
    }

    @Bean
    @ConditionalOnMissingBean(name = "highlandsHealth")
    HealthController highlandsHealth(ApplicationAvailability availability, Drain drain) {
        return new HealthController(availability, drain);
    }
}
