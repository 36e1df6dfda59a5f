// SPDX-License-Identifier: Apache-2.0
package io.highlands.service.c;

import java.time.Clock;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The route of service C.
 */
@RestController
final class TimeController {

    private final Clock clock = Clock.systemUTC();

    @GetMapping("/time")
    Time time() {
        return Time.of(clock.instant());
    }
}
