// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.util.List;

/**
 * A service's {@code ServiceConnectConfiguration}.
 *
 * @param enabled whether its tasks have a proxy; when false the rest is empty
 * @param namespace name of the namespace, or null when not enabled
 * @param services the endpoints that it serves; empty for a mere client
 * @param log where the proxy's output goes, or null
 * @param accessLogJson whether the proxy writes JSON access logs
 * @param accessLogQuery whether access logs show query strings; default false
 */
public record ServiceConnectSpec(boolean enabled, String namespace, List<ServiceConnectService> services, LogSpec log,
        boolean accessLogJson, boolean accessLogQuery) {

    /** A service without Service Connect. */
    public static final ServiceConnectSpec DISABLED = new ServiceConnectSpec(false, null, List.of(), null, false,
            false);

    /** Copies the list. */
    public ServiceConnectSpec {
        services = List.copyOf(services);
    }
}
