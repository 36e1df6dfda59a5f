// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.util.Optional;
import java.util.stream.Stream;

/** The container that collects a service's traces, by its image. No process stands for it: the built-in intake does. */
public enum TracingSidecar {

    /** The Datadog agent. */
    DATADOG("public.ecr.aws/datadog/agent", "datadog"),

    /** The AWS Distro for OpenTelemetry Collector. */
    COLLECTOR("public.ecr.aws/aws-observability/aws-otel-collector", "aws");

    private final String repository;
    private final String backend;

    TracingSidecar(String repository, String backend) {
        this.repository = repository;
        this.backend = backend;
    }

    /**
     * The sidecar that an image is.
     *
     * @param image a resolved image, with tag or digest
     * @return the sidecar, or nothing for any other image
     */
    public static Optional<TracingSidecar> of(String image) {
        return Stream.of(values()).filter(sidecar -> image.equals(sidecar.repository)
                || image.startsWith(sidecar.repository + ":") || image.startsWith(sidecar.repository + "@"))
                .findFirst();
    }

    /** {@return the repository of its image} */
    public String repository() {
        return repository;
    }

    /** {@return where it sends traces, as {@code tracing.backend} of an environment's file says it} */
    public String backend() {
        return backend;
    }
}
