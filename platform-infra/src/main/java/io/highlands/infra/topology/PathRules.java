// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The rules that declared paths keep, so that the load balancer forwards each request to the service that declares it: a
 * wildcard there matches {@code /} too, and the first rule that matches decides.
 */
final class PathRules {

    /** RFC 3986, sections 3.3 and 3.4: characters of a path and of a query. */
    private static final Pattern REQUEST_TARGET = Pattern
            .compile("/(?!/)(?:[A-Za-z0-9/._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*"
                    + "(?:\\?(?:[A-Za-z0-9/?._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)?");

    private record Owned(ServiceSpec service, ListenerRule rule) {

        List<String> keys() {
            return List.of(service.name(), rule.path().isPresent() ? "public" : "routes", rule.route().text());
        }

        String place() {
            return service.name() + ": " + (rule.path().isPresent() ? "public path" : "mesh route");
        }
    }

    private PathRules() {
    }

    static void check(List<ServiceSpec> services) {
        List<String> names = services.stream().map(ServiceSpec::name).toList();
        services.forEach(PathRules::closable);
        List<Owned> all = services.stream()
                .flatMap(service -> ListenerRule.of(service, names).stream().map(rule -> new Owned(service, rule)))
                .toList();
        for (int later = 0; later < all.size(); later++) {
            room(all.get(later), names);
            for (int earlier = 0; earlier < later; earlier++) {
                apart(all.get(earlier), all.get(later));
            }
        }
        all.stream().filter(owned -> owned.rule().path().isPresent()).forEach(owned -> example(owned, all));
    }

    /** A route of the mesh that a wildcard of the service's own public paths matches in part cannot be kept inside. */
    private static void closable(ServiceSpec service) {
        List<RoutePattern> open = service.publicPaths().stream().map(PublicPath::route).toList();
        for (String text : service.meshRoutes()) {
            var route = new RoutePattern(text);
            if (open.contains(route)) {
                continue;
            }
            open.stream().filter(path -> !path.isExact() && path.overlaps(route) && !route.covers(path)
                    && !path.covers(route)).findFirst().ifPresent(path -> {
                        throw new InvalidInput(List.of(service.name(), "routes", text), service.name() + ": mesh route",
                                text, "a route that the public " + path.text() + " does not match in part: at the load"
                                        + " balancer a variable matches any characters, and the route would be public");
                    });
        }
    }

    private static void example(Owned owned, List<Owned> all) {
        PublicPath path = owned.rule().path().orElseThrow();
        List<String> keys = List.of(owned.service().name(), "public", path.path(), "example");
        String place = owned.service().name() + ": example of " + path.path();
        if (!path.route().isExact() && path.example().equals(path.path())) {
            throw new InvalidInput(keys, place, "nothing",
                    "a path that " + path.path() + " matches, such as " + path.route().sample()
                            + ": the load calls it");
        }
        if (!REQUEST_TARGET.matcher(path.example()).matches()) {
            throw new InvalidInput(keys, place, path.example(), "a path and its query, such as "
                    + path.route().sample() + "?full=true, of characters that RFC 3986 has in them");
        }
        String requested = path.example().split("[?]", 2)[0];
        if (!path.route().matches(requested)) {
            throw new InvalidInput(keys, place, path.example(),
                    "a path that " + path.path() + " matches, such as " + path.route().sample());
        }
        all.stream().filter(other -> other.rule().priority() < owned.rule().priority())
                .filter(other -> other.rule().route().overlaps(new RoutePattern(requested))).findFirst()
                .ifPresent(other -> {
                    throw new InvalidInput(keys, place, path.example(), "a path that %s of %s does not match"
                            .formatted(other.rule().route().text(), other.service().name()));
                });
    }

    private static void apart(Owned earlier, Owned later) {
        RoutePattern one = earlier.rule().route();
        RoutePattern other = later.rule().route();
        boolean same = earlier.service().equals(later.service());
        boolean forwardSame = same && earlier.rule().path().isPresent() == later.rule().path().isPresent();
        if (one.isExact() && other.isExact() || forwardSame && !one.patterns().equals(other.patterns())
                || !one.overlaps(other)) {
            return;
        }
        boolean first = earlier.rule().priority() < later.rule().priority();
        boolean ordered = first
                ? other.covers(one) && !one.covers(other)
                : one.covers(other) && !other.covers(one);
        if (!ordered) {
            throw new InvalidInput(later.keys(), later.place(), other.text(), "a path that shares no request with "
                    + one.text() + " of " + earlier.service().name() + " at the load balancer, or that one of the two"
                    + " contains completely: there a variable matches any characters");
        }
    }

    private static void room(Owned owned, List<String> names) {
        RoutePattern route = owned.rule().route();
        if (!route.isExact() && names.indexOf(owned.service().name()) >= ListenerRule.SERVICES) {
            throw new InvalidInput(owned.keys(), owned.place(), route.text(),
                    "a path without a variable: the first " + ListenerRule.SERVICES + " services may have any");
        }
        int most = route.isExact() ? ListenerRule.EXACT_OF_SERVICE : ListenerRule.WILDCARDS_OF_SERVICE;
        long alike = ListenerRule.of(owned.service(), names).stream().map(ListenerRule::route)
                .filter(it -> it.isExact() == route.isExact()
                        && (it.isExact() || it.literals() == route.literals()))
                .count();
        if (alike > most) {
            throw new InvalidInput(owned.keys(), owned.place(), route.text(), "at most %d paths of a service %s"
                    .formatted(most, route.isExact()
                            ? "without a variable"
                            : "with variables and the same number of other characters"));
        }
    }
}
