// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.health;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers {@code /health}: 200 while this instance takes traffic, 503 while it starts or drains. It says nothing of
 * upstreams, since an instance is not unhealthy because another is.
 */
@RestController
final class HealthController {

    private final ApplicationAvailability availability;
    private final Drain drain;

    HealthController(ApplicationAvailability availability, Drain drain) {
        this.availability = availability;
        this.drain = drain;
    }

    @GetMapping("/health")
    ResponseEntity<Health> health() {
        if (drain.draining()) {
            return ResponseEntity.status(503).body(new Health("Draining"));
        }
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return ResponseEntity.status(503).body(new Health("Starting"));
        }
        return ResponseEntity.ok(new Health("Healthy"));
    }
}
