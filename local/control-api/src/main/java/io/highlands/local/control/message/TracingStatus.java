// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.util.Optional;

/**
 * The switch of tracing and its counts. Counts are since the start of the platform; all but {@code requests} and
 * {@code unreadBodies} are spans.
 *
 * @param enabled whether the intake listens in the sidecar's place
 * @param backend where the templates send traces, {@code datadog} or {@code aws}; empty when tracing is off
 * @param agent the Java agent, {@code datadog} or {@code opentelemetry}; empty when tracing is off
 * @param samplePercent the share of traces that is kept, 0 to 100
 * @param requests requests that agents sent
 * @param received spans in them
 * @param stored spans that were stored
 * @param dropped spans that were dropped because the store had no room
 * @param sampledAway spans whose trace was not sampled
 * @param refused spans that were refused as invalid
 * @param unreadBodies requests whose body could not be read
 * @param ignored spans of traces that the templates tell the sidecar to ignore
 * @param lost spans that a fault lost
 * @param datadog where the intake listens for Datadog's protocol, when it does
 * @param otlp where it listens for OTLP over HTTP, when it does
 */
public record TracingStatus(boolean enabled, String backend, String agent, double samplePercent, long requests,
        long received, long stored, long dropped, long sampledAway, long refused, long unreadBodies, long ignored,
        long lost, Optional<String> datadog, Optional<String> otlp) {}
