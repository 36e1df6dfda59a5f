// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules that the resources of services have to keep. */
final class ResourceRules {

    private static final String KEY = "resources";
    /** The alarms of a service's own saturation: one of all, and one of each of these. */
    private static final List<String> SERVICE_PARTS = List.of("cpu", "memory", "heap");

    private final ServiceSpec service;
    /** What sets a variable of the service, by the variable. */
    private final Map<String, String> setters = new HashMap<>();

    /** What is taken in the environment, by kind and name. */
    private final Map<String, String> owners;

    private ResourceRules(ServiceSpec service, Map<String, String> owners) {
        this.service = service;
        this.owners = owners;
    }

    /**
     * Checks the resources of all services.
     *
     * @param owners
     *            what is taken, by kind and name; the names of resources and of alarms of saturation are added
     */
    static void check(List<ServiceSpec> services, Map<String, String> owners) {
        for (ServiceSpec service : services) {
            alarms(service.name(), SERVICE_PARTS)
                    .forEach(alarm -> owners.putIfAbsent(alarm, "the service " + service.name()));
        }
        services.forEach(service -> check(service, owners));
    }

    private static void check(ServiceSpec service, Map<String, String> owners) {
        var rules = new ResourceRules(service, owners);
        for (Upstream upstream : service.upstreams()) {
            upstream.variables()
                    .forEach(variable -> rules.setters.put(variable, "the call of " + upstream.service()));
        }
        for (ResourceSpec resource : service.options().resources()) {
            rules.name(resource);
            rules.alarms(resource);
            resource.type().database(resource.name()).ifPresent(database -> rules.database(resource, database));
            rules.variables(resource);
        }
    }

    /** A stack holds the resources of all services, and on one machine variables supply them by their names. */
    private void name(ResourceSpec resource) {
        if (!TopologyRules.NAME.matcher(resource.name()).matches()) {
            throw refuse(resource, resource.name(), TopologyRules.NAME.pattern());
        }
        String earlier = owners.putIfAbsent("resource " + resource.name(), service.name());
        if (earlier != null) {
            throw refuse(resource, resource.name(), "a name that no resource of %s has".formatted(earlier));
        }
        TopologyRules.differsInHyphensAlone(owners, "resource", resource.name()).ifPresent(allowed -> {
            throw refuse(resource, resource.name(), allowed);
        });
    }

    private void database(ResourceSpec resource, String database) {
        if (DatabaseNames.isReserved(database)) {
            throw refuse(resource, "%s, whose database is %s".formatted(resource.name(), database),
                    "a key database with a name that PostgreSQL does not reserve");
        }
        String earlier = owners.putIfAbsent("database " + database, resource.name());
        if (earlier != null) {
            throw refuse(resource, "%s, whose database is %s".formatted(resource.name(), database),
                    "another database, as the resource %s has that one, and one server has both on one machine"
                            .formatted(earlier));
        }
    }

    private void alarms(ResourceSpec resource) {
        List<String> parts = resource.type().alarmParts();
        for (String alarm : parts.isEmpty() ? List.<String>of() : alarms(resource.name(), parts).toList()) {
            String earlier = owners.putIfAbsent(alarm, "the resource " + resource.name());
            if (earlier != null) {
                throw refuse(resource, "%s, whose %s".formatted(resource.name(), alarm),
                        "another name, as %s has that alarm too".formatted(earlier));
            }
        }
    }

    /** What is told of saturation: an alarm of all limits, and one of each. */
    private static Stream<String> alarms(String name, List<String> parts) {
        return Stream.concat(Stream.of(""), parts.stream().map(part -> "-" + part))
                .map(end -> "alarm is saturation-" + name + end);
    }

    private void variables(ResourceSpec resource) {
        for (String variable : service.options().variables(resource)) {
            if (PlatformVariables.isSet(variable, service.program().kind())) {
                throw refuse(resource, "%s, which sets %s".formatted(resource.name(), variable),
                        "another name, as the platform or AWS sets that variable");
            }
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
