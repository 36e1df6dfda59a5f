// SPDX-License-Identifier: Apache-2.0
package io.highlands.service.b;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.highlands.starter.upstream.FanOut;

/**
 * The routes of service B.
 */
@RestController
final class JoinController {

    private final ServiceA serviceA;
    private final ServiceC serviceC;
    private final FanOut fanOut;

    JoinController(ServiceA serviceA, ServiceC serviceC, FanOut fanOut) {
        this.serviceA = serviceA;
        this.serviceC = serviceC;
        this.fanOut = fanOut;
    }

    @GetMapping("/")
    Joined join(@RequestParam(defaultValue = "Unknown") String name) {
        return fanOut.join(() -> serviceA.route(name), serviceC::time, Joined::of);
    }

    @GetMapping("/time")
    Time time() {
        return serviceC.time();
    }
}
