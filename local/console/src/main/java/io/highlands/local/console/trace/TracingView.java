// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.util.List;
import java.util.OptionalLong;

import io.highlands.local.edges.join.AccessLogSource;

/**
 * How tracing stands, as the running templates have it.
 *
 * @param on whether any task is traced
 * @param agent which Java agent, {@code datadog} or {@code opentelemetry}; empty when off
 * @param keptPercent which part of the traces is kept, in percent, as the templates have it, for example {@code 10}; empty
 *            when they do not say
 * @param site the Datadog site, for example {@code datadoghq.eu}; empty when none is configured
 * @param region the AWS Region whose X-Ray the templates send to, for example {@code eu-west-1}; empty when they send to none
 * @param accessLogs where the mesh's access logs are
 * @param sampledAway spans that came and were not kept because their trace was not sampled, since the start; empty where
 *            it is not known
 */
public record TracingView(boolean on, String agent, String keptPercent, String site, String region,
        List<AccessLogSource> accessLogs, OptionalLong sampledAway) {

    /** Keeps the list as it is now. */
    public TracingView {
        accessLogs = List.copyOf(accessLogs);
    }
}
