// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

/**
 * The ports that the tracing intake takes on 127.0.0.1 while tracing is on; 0 is any free one.
 *
 * @param datadogPort Datadog's trace protocol
 * @param otlpPort OTLP over HTTP
 * @param statsdPort DogStatsD, over UDP
 */
public record IntakePorts(int datadogPort, int otlpPort, int statsdPort) {}
