// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.web;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import io.highlands.starter.metrics.ServerMeters;
import io.highlands.starter.settings.HighlandsProperties;

/**
 * The web side of a Highlands service: address, request ids, limits on input, problem documents.
 */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(HighlandsProperties.class)
final class WebAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "highlandsServerCustomizer")
    ServerCustomizer highlandsServerCustomizer(HighlandsProperties properties) {
        return new ServerCustomizer(properties);
    }

    @Bean
    @ConditionalOnMissingBean(name = "highlandsRequestFilter")
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    RequestFilter highlandsRequestFilter(HighlandsProperties properties, ServerMeters meters) {
        return new RequestFilter(properties.passHeaders(), meters);
    }

    @Bean
    @ConditionalOnMissingBean(ResponseEntityExceptionHandler.class)
    Problems highlandsProblems(HighlandsProperties properties) {
        return new Problems(properties.upstreams());
    }

    @Bean
    @ConditionalOnMissingBean(name = "highlandsInputLimits")
    WebMvcConfigurer highlandsInputLimits(HighlandsProperties properties) {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new InputLimits(properties.maxInputLength()));
            }
        };
    }
}
