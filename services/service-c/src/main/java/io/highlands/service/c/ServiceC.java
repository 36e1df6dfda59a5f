// SPDX-License-Identifier: Apache-2.0
package io.highlands.service.c;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Service C: the time, and the last hop of the chain A, B, C.
 */
@SpringBootApplication
class ServiceC {

    public static void main(String[] args) {
        SpringApplication.run(ServiceC.class, args);
    }
}
