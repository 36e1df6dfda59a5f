// SPDX-License-Identifier: Apache-2.0
package io.highlands.service.a;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Service A: fields for a parameter, and the first hop of the chain A, B, C.
 */
@SpringBootApplication
@ImportHttpServices(group = "service-b", types = ServiceB.class)
class ServiceA {

    public static void main(String[] args) {
        SpringApplication.run(ServiceA.class, args);
    }
}
