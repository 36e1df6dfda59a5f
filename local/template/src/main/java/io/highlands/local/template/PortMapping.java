// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

/**
 * A container's port.
 *
 * @param name the name that Service Connect refers to, or null
 * @param containerPort the port that the container listens on
 * @param protocol {@code tcp} (default) or {@code udp}
 * @param appProtocol {@code http}, {@code http2}, {@code grpc}, or null for plain TCP
 */
public record PortMapping(String name, int containerPort, String protocol, String appProtocol) {}
