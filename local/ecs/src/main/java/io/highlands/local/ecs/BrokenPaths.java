// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.highlands.local.mesh.SecurityGroups;
import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.Platform;
import io.highlands.local.template.ServiceConnectService;
import io.highlands.local.template.ServiceSpec;

/**
 * Addresses in the containers' variables to which nothing leads: AWS accepts such templates, and every call fails. They
 * fail here as they do there; these lines say beforehand where.
 */
final class BrokenPaths {

    /** A URL whose host is a plain word, as the aliases of Service Connect are, and not a name of the DNS. */
    private static final Pattern ALIAS_URL = Pattern.compile("https?://([A-Za-z][A-Za-z0-9-]*):(\\d{1,5})(?:/.*)?");

    private record Endpoint(ServiceSpec server, ServiceConnectService service) {}

    private final Map<String, Endpoint> endpoints = new TreeMap<>();

    private final Platform platform;

    private final SecurityGroups securityGroups;

    private final List<String> lines = new ArrayList<>();

    private BrokenPaths(Platform platform) {
        this.platform = platform;
        this.securityGroups = Wiring.securityGroups(platform);
        for (ServiceSpec server : platform.services()) {
            for (ServiceConnectService service : server.serviceConnect().services()) {
                endpoints.put(service.dnsName() + ":" + service.clientPort(), new Endpoint(server, service));
            }
        }
    }

    /**
     * Finds them.
     *
     * @param platform what is to be run
     * @return a line for each, naming stack, logical id and property
     */
    static List<String> in(Platform platform) {
        BrokenPaths paths = new BrokenPaths(platform);
        platform.services().forEach(paths::check);
        return List.copyOf(paths.lines);
    }

    private void check(ServiceSpec client) {
        List<ContainerSpec> containers = client.taskDefinition().containers();
        for (int index = 0; index < containers.size(); index++) {
            String place = "ContainerDefinitions[" + index + "].Environment.";
            new TreeMap<>(containers.get(index).environment())
                    .forEach((name, value) -> check(client, place + name, value));
        }
    }

    private void check(ServiceSpec client, String property, String value) {
        Matcher url = ALIAS_URL.matcher(value);
        if (!url.matches() || url.group(1).equals("localhost")) {
            return;
        }
        String address = url.group(1) + ":" + url.group(2);
        Endpoint endpoint = endpoints.get(address);
        if (endpoint == null) {
            line(client, property, "nobody registers '" + address + "' in namespace " + platform.namespace()
                    + ", so it will not resolve; registered: " + String.join(", ", endpoints.keySet()));
        } else if (!securityGroups.allows(client.securityGroups(), endpoint.server().securityGroups(),
                endpoint.service().containerPort())) {
            line(client, property, "no ingress rule lets " + client.name() + " reach " + endpoint.server().name()
                    + " on port " + endpoint.service().containerPort() + " (from group "
                    + String.join(", ", client.securityGroups()) + " to "
                    + String.join(", ", endpoint.server().securityGroups()) + "), so calls will time out");
        }
    }

    private void line(ServiceSpec client, String property, String what) {
        lines.add(client.taskDefinition().source().error(property, what).getMessage());
    }
}
