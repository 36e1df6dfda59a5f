// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.util.Locale;

/** The Java agent that traces a service. Both can send to the Datadog agent, and OpenTelemetry's to the collector. */
public enum TracingAgent {

    /** dd-java-agent, Datadog's own protocol on port 8126. */
    DATADOG,
    /** The OpenTelemetry Java agent, OTLP over HTTP on port 4318. */
    OPENTELEMETRY;

    /** As settings and the {@code TRACING_AGENT} variable spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
