// SPDX-License-Identifier: Apache-2.0
package io.highlands.service.b;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Service B: joins what A and C answer, and the second hop of the chain A, B, C.
 */
@SpringBootApplication
@ImportHttpServices(group = "service-a", types = ServiceA.class)
@ImportHttpServices(group = "service-c", types = ServiceC.class)
class ServiceB {

    public static void main(String[] args) {
        SpringApplication.run(ServiceB.class, args);
    }
}
