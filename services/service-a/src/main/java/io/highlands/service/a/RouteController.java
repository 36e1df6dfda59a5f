// SPDX-License-Identifier: Apache-2.0
package io.highlands.service.a;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The routes of service A.
 */
@RestController
final class RouteController {

    private final ServiceB serviceB;

    RouteController(ServiceB serviceB) {
        this.serviceB = serviceB;
    }

    @GetMapping("/route")
    Fields route(@RequestParam(defaultValue = "Unknown") String p) {
        return Fields.of(p);
    }

    @GetMapping("/time")
    Time time() {
        return serviceB.time();
    }
}
