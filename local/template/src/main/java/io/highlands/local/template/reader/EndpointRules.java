// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.highlands.local.template.ServiceConnectService;
import io.highlands.local.template.ServiceSpec;

/** What Service Connect demands of the endpoints of all services together: each name stands for one of them. */
final class EndpointRules {

    private EndpointRules() {
    }

    static void check(List<ServiceSpec> services) {
        Map<String, ServiceSpec> discoveryNames = new HashMap<>();
        Map<String, ServiceSpec> aliases = new HashMap<>();
        for (ServiceSpec service : services) {
            List<ServiceConnectService> endpoints = service.serviceConnect().services();
            for (int i = 0; i < endpoints.size(); i++) {
                ServiceConnectService endpoint = endpoints.get(i);
                String path = "ServiceConnectConfiguration.Services[" + i + "].";
                String namespace = service.serviceConnect().namespace();
                unique(discoveryNames, namespace + "/" + endpoint.discoveryName(), service, path + "DiscoveryName",
                        endpoint.discoveryName());
                unique(aliases, namespace + "/" + endpoint.dnsName() + ":" + endpoint.clientPort(), service,
                        path + "ClientAliases[0]", endpoint.dnsName() + ":" + endpoint.clientPort());
            }
        }
    }

    private static void unique(Map<String, ServiceSpec> known, String key, ServiceSpec service, String path,
            String name) {
        ServiceSpec other = known.put(key, service);
        if (other != null) {
            throw service.source().error(path, "'" + name + "' is an endpoint of " + other.source() + " already");
        }
    }
}
