// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.highlands.infra.resource.ProvisionedResource;
import io.highlands.infra.settings.Environment;
import io.highlands.infra.settings.ServiceSettings;
import io.highlands.infra.settings.TracingSettings;
import io.highlands.infra.topology.ServiceSpec;

/**
 * One service in one environment.
 *
 * @param environment
 *            where it runs
 * @param spec
 *            what it is
 * @param resources
 *            what was made for it: databases, queues and the like
 */
record Deployment(Environment environment, ServiceSpec spec, List<ProvisionedResource> resources) {

    /** What stays, after drain and the longest request, before a stopping task is killed. */
    private static final Duration STOP_MARGIN = Duration.ofSeconds(5);

    Deployment {
        resources = List.copyOf(resources);
    }

    /** A service for which nothing was made. */
    Deployment(Environment environment, ServiceSpec spec) {
        this(environment, spec, List.of());
    }

    ServiceSettings settings() {
        return environment.settingsOf(spec.name());
    }

    TracingSettings tracing() {
        return environment.tracing();
    }

    /** The sidecar that collects the service's traces; none while tracing is off. */
    Optional<TracingSidecar> sidecar() {
        return Optional.of(TracingSidecar.of(tracing().backend())).filter(sidecar -> tracing().enabled());
    }

    Names names() {
        return new Names(environment.name());
    }

    /** How long a new task may take to become healthy; a Java agent doubles a start. */
    Duration startGrace() {
        return Duration.ofSeconds(tracing().enabled() ? 120 : 60);
    }

    /**
     * How long a stopping task has. The service drains first and then finishes what it took on, so this outlives the
     * proxy's own drain (20 s and 3 s more), which begins at the same moment. The limits of both
     * settings keep it below the 120 s that Fargate allows.
     */
    Duration stopTimeout() {
        return environment.drain().plus(spec.deadline()).plus(STOP_MARGIN);
    }

    static software.amazon.awscdk.Duration seconds(Duration duration) {
        return software.amazon.awscdk.Duration.seconds(duration.toSeconds());
    }
}
