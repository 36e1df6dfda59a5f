// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.util.Set;

/**
 * A {@code Custom::ServiceConnectRefresh}: one new deployment of a client, after the endpoints exist that its first
 * deployment could not see. It runs again only when the set of endpoints changes.
 *
 * @param source where it is declared
 * @param service name of the client service
 * @param cluster name of its cluster
 * @param endpoints discovery names that the client needs
 */
public record RefreshSpec(Source source, String service, String cluster, Set<String> endpoints) {

    /** Copies the set. */
    public RefreshSpec {
        endpoints = Ordered.set(endpoints);
    }
}
