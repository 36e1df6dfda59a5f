// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Names in Java, by the Java Language Specification, Java SE 25: sections 3.8, 3.9 and 6.1. */
class JavaNamesTest {

    @ParameterizedTest
    @CsvSource({"service-d,io.highlands.service.d", "order-book,io.highlands.service.order_book",
            "service-new,io.highlands.service.new_", "service-2,io.highlands.service._2",
            "service,io.highlands.service.service"})
    void packagesFollowTheSpecification(String service, String name) {
        assertThat(new JavaNames(service).packageName("io.highlands.service.")).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"service-d,ServiceD", "weather,WeatherService", "order-service,OrderService", "a--b,ABService"})
    void classesHaveServiceInTheirName(String service, String name) {
        assertThat(new JavaNames(service).className()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"service-c,serviceC", "weather,weather", "new,newService", "service,serviceService",
            "fan-out,fanOutService"})
    void variablesAreNoKeywordsAndNoneOfTheTemplates(String service, String name) {
        assertThat(new JavaNames(service).field()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"/weather,weather", "/api/pet-shops,petShops", "/,get", "/v1,v1", "/api/2,getApi2", "/new,getNew",
            "/notify,getNotify"})
    void methodsAreNoKeywordsAndNoneOfObject(String path, String name) {
        assertThat(JavaNames.method(path)).isEqualTo(name);
    }
}
