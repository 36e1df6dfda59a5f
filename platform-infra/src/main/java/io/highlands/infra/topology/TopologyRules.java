// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The rules that a declaration of services has to keep, whatever the environment. */
final class TopologyRules {

    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}[a-z0-9]");

    /** The Open Group Base Specifications, issue 8, section 8.1; and lower case, which programs may have. */
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    /** What follows {@code highlands-ENV-} in the name of a stack or a dashboard that is no service's. */
    static final Set<String> RESERVED = new TreeSet<>(List.of("base", "datadog", "game-days", "images", "mesh",
            "observability", "overview", "refresh", "resources", "telemetry"));
    private static final String DURATION = "a duration";
    /** What listens on the loopback address that the containers of a task share, by port. */
    private static final Map<Integer, String> TAKEN = Map.of(ServiceSpec.MANAGEMENT_PORT, "Actuator", 4317,
            "the tracing sidecar", 4318,
            "the tracing sidecar", 8125, "the tracing sidecar", 8126, "the tracing sidecar", 13133,
            "the tracing sidecar");

    private final Map<String, String> owners = new HashMap<>();
    private final List<String> names;

    private TopologyRules(List<String> names) {
        this.names = names;
    }

    static void check(List<ServiceSpec> services) {
        services.forEach(TopologyRules::complete);
        var rules = new TopologyRules(services.stream().map(ServiceSpec::name).toList());
        services.forEach(rules::checkName);
        services.forEach(rules::check);
        ResourceRules.check(services, rules.owners);
        PathRules.check(services);
    }

    /** A value that is forgotten is null in Java. */
    private static void complete(ServiceSpec service) {
        given("service name", service.name(), NAME.pattern());
        given(service.name() + ": deadline", service.deadline(), DURATION);
        given(service.name() + ": upstreams", service.upstreams(), "a list, which may be empty");
        given(service.name() + ": public paths", service.publicPaths(), "a list, which may be empty");
        given(service.name() + ": mesh routes", service.meshRoutes(), "a list, which may be empty");
        given(service.name() + ": size", service.size(), "a task size");
        given(service.name() + ": program", service.program(), "what its container runs");
        given(service.name() + ": options", service.options(), "options of the task, which may be none");
        service.upstreams().forEach(upstream -> {
            given(service.name() + ": upstream", upstream.service(), "the name of a service");
            given(service.name() + ": timeout of its upstream " + upstream.service(), upstream.timeout(), DURATION);
        });
        service.publicPaths()
                .forEach(path -> given(service.name() + ": public path", path.path(), RoutePattern.ALLOWED));
        service.meshRoutes().forEach(route -> given(service.name() + ": mesh route", route, RoutePattern.ALLOWED));
    }

    private static void given(String place, Object value, String allowed) {
        require(value != null, List.of(), place, "nothing", allowed);
    }

    private void checkName(ServiceSpec service) {
        String name = service.name();
        require(NAME.matcher(name).matches(), List.of(name), "service name", name, NAME.pattern());
        require(!RESERVED.contains(name), List.of(name), "service name", name, "none of " + String.join(", ", RESERVED)
                + ", which are names of the platform's own stacks and dashboards");
        once(List.of(name), "service name", name, name);
        String refusal = differsInHyphensAlone(owners, "service", name).orElse(null);
        require(refusal == null, List.of(name), "service name", name, refusal);
    }

    /**
     * Variables have no hyphens, and one name for both would give each the other's.
     *
     * @return what is allowed, where another name of the kind is the same without hyphens
     */
    static Optional<String> differsInHyphensAlone(Map<String, String> owners, String kind, String name) {
        String alike = owners.putIfAbsent(kind + " without hyphens " + name.replace("-", ""), name);
        return Optional.ofNullable(alike).map("another name, as that of %s differs in hyphens alone"::formatted);
    }

    private void check(ServiceSpec service) {
        String name = service.name();
        port(List.of(name, "containerPort"), name + ": container port", service.containerPort());
        String taken = TAKEN.get(service.containerPort());
        require(taken == null, List.of(name, "containerPort"), name + ": container port",
                Integer.toString(service.containerPort()), "another, as %s listens there".formatted(taken));
        port(List.of(name, "port"), name + ": alias port", service.aliasPort());
        once(List.of(name, "port"), "alias port", Integer.toString(service.aliasPort()), name);
        for (Upstream upstream : service.upstreams()) {
            String place = name + ": upstream";
            var keys = List.of(name, "calls", upstream.service());
            require(names.contains(upstream.service()), keys, place, upstream.service(), String.join(", ", names));
            require(!upstream.service().equals(name), keys, place, "itself", "another service");
            once(keys, place, upstream.service(), name);
        }
        for (PublicPath path : service.publicPaths()) {
            var keys = List.of(name, "public", path.path());
            path(keys, name + ": public path", path.path());
            once(keys, "public path", path.path(), name);
        }
        checkVariables(service);
        for (String route : service.meshRoutes()) {
            var keys = List.of(name, "routes", route);
            path(keys, name + ": mesh route", route);
            once(keys, name + ": mesh route", route, name);
        }
    }

    private void checkVariables(ServiceSpec service) {
        for (var declared : List.of(Map.entry("environment", service.options().environment().keySet()),
                Map.entry("secrets", service.options().secrets().keySet()))) {
            for (String variable : declared.getValue()) {
                var keys = List.of(service.name(), declared.getKey(), variable);
                String place = service.name() + ": " + declared.getKey();
                require(VARIABLE.matcher(variable).matches(), keys, place, variable, VARIABLE.pattern());
                PlatformVariables.reason(variable, service).ifPresent(reason -> {
                    throw new InvalidInput(keys, place, variable, reason);
                });
                once(keys, service.name() + ": variable", variable, service.name());
            }
        }
    }

    private static void path(List<String> keys, String place, String path) {
        new RoutePattern(path).refusal().ifPresent(allowed -> {
            throw new InvalidInput(keys, place, path, allowed);
        });
    }

    private static void port(List<String> keys, String place, int port) {
        require(port > 0 && port < 65536, keys, place, Integer.toString(port), "1 to 65535");
    }

    private void once(List<String> keys, String kind, String value, String owner) {
        String earlier = owners.putIfAbsent(kind + ' ' + value, owner);
        require(earlier == null, keys, owner + ": " + kind, value,
                owner.equals(earlier) ? "once" : "one that " + earlier + " does not have");
    }

    private static void require(boolean kept, List<String> keys, String place, String found, String allowed) {
        if (!kept) {
            throw new InvalidInput(keys, place, found, allowed);
        }
    }
}
