// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.util.Locale;

/** Where traces are kept and looked at. It decides which sidecar collects them. */
public enum TracingBackend {

    /** Datadog APM, by the Datadog agent. */
    DATADOG,
    /** CloudWatch Transaction Search and X-Ray, by the AWS Distro for OpenTelemetry Collector. */
    AWS;

    /** {@return the word that settings use, {@code datadog} or {@code aws}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
