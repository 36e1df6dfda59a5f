// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter;

import java.io.InputStream;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.CharacterEncodingFilter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.starter.testing.RunningService;
import io.highlands.starter.upstream.FanOut;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The starter gives way, asks for nothing that is not used, and describes its settings.
 */
class OverridesTest {

    @Test
    void aBeanOfTheServicesOwnTakesThePlaceOfTheStarters() throws Exception {
        try (RunningService service = RunningService.start(OwnBeans.class)) {
            assertThat(service.get("/health").headers().firstValue("x-request-id")).isEmpty();
            assertThat(service.context().getBeansOfType(ResponseEntityExceptionHandler.class)).containsOnlyKeys("own");
        }
    }

    @Test
    void aServiceWithoutUpstreamsHasNoClientsBreakersOrFanOut() {
        try (RunningService service = RunningService.start(OwnBeans.class)) {
            assertThat(service.context().getBeansOfType(CircuitBreakerFactory.class)).isEmpty();
            assertThat(service.context().getBeansOfType(FanOut.class)).isEmpty();
        }
    }

    @Test
    void everySettingIsDescribedForEditors() throws Exception {
        try (InputStream metadata = getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            JsonNode properties = JsonMapper.shared().readTree(metadata).get("properties");

            assertThat(properties).isNotEmpty().allSatisfy(
                    property -> assertThat(property.path("description").asString("")).as(property.toString())
                            .isNotBlank());
        }
    }

    /** Replaces one bean by name and one by type. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class OwnBeans {

        @Bean
        FilterRegistrationBean<CharacterEncodingFilter> highlandsRequestFilter() {
            return new FilterRegistrationBean<>(new CharacterEncodingFilter("UTF-8"));
        }

        @Bean
        ResponseEntityExceptionHandler own() {
            return new ResponseEntityExceptionHandler() {
            };
        }
    }
}
