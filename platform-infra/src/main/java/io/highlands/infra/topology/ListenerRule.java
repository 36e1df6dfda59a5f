// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule of the load balancer's listener that a service needs: one for each public path, and one for each route of the mesh
 * that the wildcard of a public path of the same service would make public.
 *
 * @param route
 *            the declared path
 * @param priority
 *            its place among the rules of all services, lowest first; it depends on no other service's paths
 * @param path
 *            the public path whose requests it forwards; empty where it responds 404
 */
public record ListenerRule(RoutePattern route, int priority, Optional<PublicPath> path) {

    /** Exact paths of one service stay together and leave room, so that a new path moves no other rule. */
    static final int EXACT_OF_SERVICE = 100;
    /** Paths with wildcards come after all exact ones, those with more characters first. */
    private static final int FIRST_WILDCARD = 10_000;
    /** Of one service, with the same number of characters. */
    static final int WILDCARDS_OF_SERVICE = 10;
    /** Services that can have one: priorities end at 50,000 (API Reference, CreateRule). */
    static final int SERVICES = 31;

    /** The rules of a service, in the order of its paths. */
    public static List<ListenerRule> of(ServiceSpec service, List<String> names) {
        int index = names.indexOf(service.name());
        List<ListenerRule> rules = new ArrayList<>();
        Map<Integer, Integer> used = new HashMap<>();
        for (PublicPath path : service.publicPaths()) {
            rules.add(rule(path.route(), Optional.of(path), index, used));
        }
        closed(service).forEach(route -> rules.add(rule(route, Optional.empty(), index, used)));
        return rules;
    }

    /** What its condition compares with, one of which has to match. */
    public List<String> patterns() {
        return route.patterns().stream().map(BalancerPattern::text).toList();
    }

    /** Routes of the mesh that a public path's wildcard would let in. */
    static List<RoutePattern> closed(ServiceSpec service) {
        List<RoutePattern> open = service.publicPaths().stream().map(PublicPath::route).toList();
        return service.meshRoutes().stream().map(RoutePattern::new)
                .filter(route -> open.stream().noneMatch(path -> path.equals(route))
                        && open.stream().anyMatch(path -> !path.isExact() && path.covers(route)))
                .toList();
    }

    private static ListenerRule rule(RoutePattern route, Optional<PublicPath> path, int service,
            Map<Integer, Integer> used) {
        int first = route.isExact()
                ? service * EXACT_OF_SERVICE + 1
                : FIRST_WILDCARD + (BalancerPattern.MAX_CHARACTERS - route.literals()) * WILDCARDS_OF_SERVICE * SERVICES
                        + service * WILDCARDS_OF_SERVICE;
        return new ListenerRule(route, first + used.merge(first, 1, Integer::sum) - 1, path);
    }
}
