// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules that the resources of services have to keep. */
final class ResourceRules {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}[a-z0-9]");
    private static final String KEY = "resources";

    private final ServiceSpec service;
    /** What sets a variable of the service, by the variable. */
    private final Map<String, String> setters = new HashMap<>();

    private ResourceRules(ServiceSpec service) {
        this.service = service;
    }

    /**
     * Checks the resources of one service.
     *
     * @param owners
     *            what is taken, by kind and name; the names of its resources are added
     */
    static void check(ServiceSpec service, Map<String, String> owners) {
        var rules = new ResourceRules(service);
        for (Upstream upstream : service.upstreams()) {
            String prefix = upstream.service().toUpperCase(Locale.ROOT).replace('-', '_');
            List.of("_URL", "_TIMEOUT").forEach(
                    suffix -> rules.setters.put(prefix + suffix, "the call of " + upstream.service()));
        }
        for (ResourceSpec resource : service.options().resources()) {
            rules.name(resource, owners);
            rules.variables(resource);
        }
    }

    /** A stack holds the resources of all services, and on one machine variables supply them by their names. */
    private void name(ResourceSpec resource, Map<String, String> owners) {
        if (!NAME.matcher(resource.name()).matches()) {
            throw refuse(resource, resource.name(), NAME.pattern());
        }
        String earlier = owners.putIfAbsent("resource " + resource.name(), service.name());
        if (earlier != null) {
            throw refuse(resource, resource.name(), "a name that no resource of %s has".formatted(earlier));
        }
    }

    private void variables(ResourceSpec resource) {
        for (String variable : service.options().variables(resource)) {
            String earlier = setters.putIfAbsent(variable, "the resource " + resource.name());
            if (earlier != null) {
                throw refuse(resource, "%s, which sets %s".formatted(resource.name(), variable),
                        "another name, as %s sets that variable too".formatted(earlier));
            }
        }
    }

    private InvalidInput refuse(ResourceSpec resource, String found, String allowed) {
        return new InvalidInput(List.of(service.name(), KEY, resource.name()), service.name() + ": resource",
                found, allowed);
    }
}
