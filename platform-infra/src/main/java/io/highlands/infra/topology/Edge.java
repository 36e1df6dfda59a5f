// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

/**
 * One service calls another.
 *
 * @param client
 *            name of the caller
 * @param server
 *            name of the service that is called
 */
public record Edge(String client, String server) {}
