// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.highlands.local.template.RefreshSpec;
import io.highlands.local.template.ServiceSpec;
import io.highlands.local.template.cloudformation.Inventory;
import io.highlands.local.template.cloudformation.Properties;

/** Reads the declared refreshes of clients. */
final class Refreshes {

    private Refreshes() {
    }

    static List<RefreshSpec> read(Inventory inventory, List<ServiceSpec> services, String cluster) {
        List<RefreshSpec> refreshes = new ArrayList<>();
        for (Properties refresh : inventory.all("Custom::ServiceConnectRefresh")) {
            String service = refresh.text("Service");
            if (services.stream().noneMatch(spec -> spec.name().equals(service))) {
                throw refresh.error("Service", "'" + service + "' is not a service of this environment; allowed: "
                        + String.join(", ", services.stream().map(ServiceSpec::name).toList()));
            }
            String named = refresh.text("Cluster");
            if (!named.equals(cluster)) {
                throw refresh.error("Cluster", "'" + named + "' is not the environment's cluster; allowed: " + cluster);
            }
            Set<String> endpoints = new LinkedHashSet<>(Arrays.asList(refresh.text("Endpoints").split(",")));
            refreshes.add(new RefreshSpec(refresh.source(), service, cluster, endpoints));
        }
        return refreshes;
    }
}
