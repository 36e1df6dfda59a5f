// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.util.Optional;

/**
 * What Service Connect does with a port's {@code AppProtocol}, by AWS's page "PortMapping" of the Amazon ECS API, and the
 * proxies here do not: they speak HTTP/1.1 alone.
 */
final class AppProtocols {

    private static final String TCP = "in AWS, a port without AppProtocol is TCP: balanced by connection, not retried, and "
            + "without RequestCount, HTTPCode and response time metrics; here it is HTTP/1.1 with all of them";
    private static final String HTTP2 = "in AWS, the proxies speak %s with clients and with the container; here they speak "
            + "HTTP/1.1 alone, so a client or container that needs HTTP/2 fails";

    private AppProtocols() {
    }

    /** {@return how a protocol runs differently here; empty for {@code http}, which does not} Null is none. */
    static Optional<String> difference(String appProtocol) {
        if (appProtocol == null) {
            return Optional.of(TCP);
        }
        return appProtocol.equals("http") ? Optional.empty() : Optional.of(HTTP2.formatted(appProtocol));
    }
}
