// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.time.Duration;

/**
 * One endpoint that a service serves through Service Connect. The template's {@code ClientAliases} have at most one
 * element, which is folded in.
 *
 * @param portName name of the port mapping
 * @param discoveryName name of the endpoint in the namespace; default the port's name
 * @param dnsName host name that clients use; default {@code discoveryName.namespace}
 * @param clientPort port that clients use; default the container port
 * @param containerPort port of the mapping, which the proxy listens on
 * @param appProtocol protocol of the mapping, or null for plain TCP
 * @param idleTimeout zero switches it off; default 5 min, or 1 h for plain TCP
 * @param perRequestTimeout zero switches it off; default 15 s, zero for plain TCP
 * @param tls whether traffic between the proxies is encrypted in AWS
 */
public record ServiceConnectService(String portName, String discoveryName, String dnsName, int clientPort,
        int containerPort, String appProtocol, Duration idleTimeout, Duration perRequestTimeout, boolean tls) {}
