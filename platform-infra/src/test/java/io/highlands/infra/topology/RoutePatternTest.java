// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Declared paths, what they are at the load balancer, and which of two rules decides. */
class RoutePatternTest {

    private static final TaskSize SIZE = new TaskSize(1024, 2048);

    /**
     * Spring Framework 7, PathPattern: {@code {spring}} matches a path segment, {@code {*spring}} "zero or more path segments
     * until the end of the path": {@code /resources/{*path}} matches {@code /resources} too.
     */
    @ParameterizedTest
    @CsvSource({"/pets/{id}, /pets/7, true", "/pets/{id}, /pets/7/toys, false", "/pets/{id}, /pets/, false",
            "/pets/{id}, /pets, false", "/pets/{id}/toys, /pets/7/toys, true", "/pets/{id}/toys, /pets/toys, false",
            "/{kind}/{id}, /pets/7, true", "/resources/{*path}, /resources, true",
            "/resources/{*path}, /resources/css/spring.css, true", "/resources/{*path}, /resourcesx, false",
            "/{*all}, /, true", "/a.b, /axb, false", "/pets*, /pets, true", "/pets*, /petshop/1, true", "/, /, true",
            "/, /x, false"})
    void matchesAsSpringDoes(String route, String path, boolean matches) {
        assertThat(new RoutePattern(route).matches(path)).isEqualTo(matches);
    }

    /** Elastic Load Balancing, "Condition types for listener rules": {@code *} matches 0 or more characters. */
    @ParameterizedTest
    @CsvSource({"/pets/{id}, /pets/*", "/pets/{id}/toys/{toy}, /pets/*/toys/*", "/files/{*rest}, /files /files/*",
            "/{*rest}, /*", "/pets*, /pets*", "/pets, /pets", "/, /"})
    void isWildcardsAtTheLoadBalancer(String route, String patterns) {
        assertThat(new RoutePattern(route).patterns()).extracting(BalancerPattern::text)
                .containsExactly(patterns.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /pets/{id:[0-9]+}      | a variable without a regular expression
            /pets/{*rest}/x        | a path such as
            /pets/{}               | a path such as
            /pets/{2}              | a path such as
            /pets/a{id}            | a path such as
            /pets/{id}b            | a path such as
            /pets/{id}*            | a path such as
            /pets/**               | a path such as
            /pe*ts                 | a path such as
            pets/{id}              | a path such as
            /{id}/{id}             | each variable once
            /{a}/{b}/{c}/{d}/{e}/{f} | at most 5 variables
            /{a}/{b}/{c}/{*rest}   | at most 5 variables, 2 before one such as {*rest}
            """)
    void whatCannotBeARuleIsRefused(String route, String allowed) {
        assertThatThrownBy(() -> new Topology(List.of(service("one", List.of(route), List.of()))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("one: public path: found " + route + "; allowed: "
                        + allowed);
        assertThatThrownBy(() -> new Topology(List.of(service("one", List.of(), List.of(route)))))
                .hasMessageStartingWith("one: mesh route: found " + route + "; allowed: " + allowed);
    }

    /** Elastic Load Balancing, path conditions: a pattern has up to 128 characters. */
    @Test
    void pathIsAtMost128CharactersLongAtTheLoadBalancer() {
        String longest = "/" + "a".repeat(125) + "/{variable}";

        assertThat(new RoutePattern(longest).refusal()).isEmpty();
        assertThat(new RoutePattern("/b" + longest).refusal()).get().asString()
                .startsWith("a path that has at most 128 characters at the load balancer");
    }

    /** Elastic Load Balancing, "Listener rules": in priority order, starting with the lowest numbered rule. */
    @ParameterizedTest
    @CsvSource({"/pets/{id}, /pets/{id}/toys, two", "/pets/{id}/toys, /pets/{id}, one", "/pets/{id}, /pets/shop, two",
            "/{*rest}, /pets/{id}, two", "/pets*, /pets/{id}, two", "/pets/{id}, /pets*, one",
            "/files/{*rest}, /files/new/{id}, two", "/{kind}, /pets, two"})
    void ofTwoServicesTheMoreSpecificRuleComesFirst(String ofOne, String ofTwo, String first) {
        var topology = new Topology(
                List.of(service("one", List.of(ofOne), List.of()), service("two", List.of(ofTwo), List.of())));
        int one = rules(topology, "one").getFirst().priority();
        int two = rules(topology, "two").getFirst().priority();

        assertThat(one < two ? "one" : "two").isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"/pets/{id}/toys, /pets/shop/{toy}", "/pets/{id}, /{kind}/toys", "/pets/{id}, /pets/{name}",
            "/pets/{id}, /pets/*", "/files/{*rest}, /files/{name}"})
    void whatNoOrderCanTellApartIsRefused(String ofOne, String ofTwo) {
        assertThatThrownBy(() -> new Topology(
                List.of(service("one", List.of(ofOne), List.of()), service("two", List.of(ofTwo), List.of()))))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("; allowed: a path ");
    }

    @Test
    void refusalNamesBothPathsAndTheOtherService() {
        assertThatThrownBy(() -> new Topology(List.of(service("one", List.of("/pets/{id}/toys"), List.of()),
                service("two", List.of("/pets/shop/{toy}"), List.of()))))
                .hasMessage("two: public path: found /pets/shop/{toy}; allowed: a path that shares no request with"
                        + " /pets/{id}/toys of one at the load balancer, or that one of the two contains completely:"
                        + " there a variable matches any characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pets/shop", "/pets/{id}/stock"})
    void routeOfTheMeshStaysInsideThoughAPublicPathMatchesIt(String route) {
        var topology = new Topology(List.of(service("one", List.of("/pets/{id}"), List.of(route, "/other"))));
        List<ListenerRule> rules = rules(topology, "one");

        assertThat(rules).extracting(rule -> rule.route().text()).containsExactly("/pets/{id}", route);
        assertThat(rules.getLast().path()).isEmpty();
        assertThat(rules.getLast().priority()).isLessThan(rules.getFirst().priority());
    }

    /** The rule of the mesh's route would come first, and match each request of the public path. */
    @Test
    void routeOfTheMeshThatClosesThePublicPathIsRefused() {
        assertThatThrownBy(() -> new Topology(
                List.of(service("one", List.of("/pets/{id}"), List.of("/pets/{id}/{*rest}")))))
                .hasMessageStartingWith(
                        "one: mesh route: found /pets/{id}/{*rest}; allowed: a path that shares no request");
    }

    @Test
    void routeOfTheMeshThatIsPublicInPartIsRefused() {
        assertThatThrownBy(() -> new Topology(
                List.of(service("one", List.of("/pets/{id}/toys"), List.of("/pets/shop/{toy}")))))
                .hasMessageStartingWith("one: mesh route: found /pets/shop/{toy}; allowed: a route that the public"
                        + " /pets/{id}/toys does not match in part");
    }

    /** API Reference, CreateRule: priority of 1 to 50,000, "A listener can't have multiple rules with the same priority". */
    @Test
    void everyRuleOfEveryServiceHasItsOwnPriority() {
        List<ServiceSpec> services = IntStream.range(0, ListenerRule.SERVICES)
                .mapToObj(service -> service("s" + service,
                        IntStream.range(0, ListenerRule.WILDCARDS_OF_SERVICE).boxed().flatMap(path -> Stream.of(
                                "/" + (char) ('a' + service % 26) + (char) ('A' + service / 26) + path + "/{id}",
                                "/" + "x".repeat(service + 1) + "/" + path)).toList(),
                        List.of()))
                .toList();
        var topology = new Topology(services);
        List<Integer> priorities = new ArrayList<>();
        services.forEach(service -> rules(topology, service.name()).forEach(rule -> priorities.add(rule.priority())));

        assertThat(priorities).doesNotHaveDuplicates().allMatch(priority -> priority >= 1 && priority <= 50_000);
    }

    @Test
    void moreAlikePathsThanPrioritiesAreRefused() {
        List<String> paths = IntStream.range(0, 11).mapToObj(path -> "/" + (char) ('a' + path) + "/{id}").toList();

        assertThatThrownBy(() -> new Topology(List.of(service("one", paths, List.of()))))
                .hasMessageContaining("allowed: at most 10 paths of a service with variables");
    }

    private static List<ListenerRule> rules(Topology topology, String service) {
        return ListenerRule.of(topology.get(service), topology.names());
    }

    private static ServiceSpec service(String name, List<String> paths, List<String> routes) {
        int port = 8000 + Math.floorMod(name.hashCode(), 1000);
        return new ServiceSpec(name, 3000, port, Duration.ofSeconds(5), List.of(),
                paths.stream().map(path -> PublicPath.of(path).withExample(new RoutePattern(path).sample())).toList(),
                routes, SIZE);
    }
}
