// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.infra.support.DeclaredServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class TopologyTest {

    @Test
    void edgeToAServiceDeclaredLaterIsABackEdge() {
        var topology = new Topology(
                List.of(service("one", 1, "two", "three"), service("two", 2, "one"), service("three", 3, "two")));

        assertThat(topology.backEdges()).hasSize(1);
        assertThat(topology.backEdges().get("one")).containsExactly("three", "two");
    }

    @Test
    void servicesInOrderOfTheirCallsHaveNoBackEdge() {
        var topology = new Topology(List.of(service("one", 1), service("two", 2, "one")));

        assertThat(topology.backEdges()).isEmpty();
    }

    @Test
    void onlyBackEdgeOfTheExampleIsFromAToB() {
        assertThat(DeclaredServices.EXAMPLE.backEdges()).containsOnlyKeys("service-a");
        assertThat(DeclaredServices.EXAMPLE.backEdges().get("service-a")).containsExactly("service-b");
    }

    @Test
    void serviceWaitsForTheStacksOfUpstreamsDeclaredBeforeIt() {
        assertThat(DeclaredServices.EXAMPLE.upstreamsBefore(DeclaredServices.EXAMPLE.get("service-b"))).containsExactly(
                "service-a",
                "service-c");
        assertThat(DeclaredServices.EXAMPLE.upstreamsBefore(DeclaredServices.EXAMPLE.get("service-a"))).isEmpty();
    }

    @Test
    void clientWaitsASecondLongerThanItsUpstreamsDeadline() {
        var topology = new Topology(List.of(service("one", 1), service("two", 2, "one")));

        assertThat(topology.timeout(Upstream.of("one"))).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void clientTimeoutShortensTheWaitAndNeverLengthensIt() {
        var topology = new Topology(List.of(service("one", 1)));

        assertThat(topology.timeout(Upstream.within(Duration.ofSeconds(3), "one"))).isEqualTo(Duration.ofSeconds(3));
        assertThat(topology.timeout(Upstream.within(Duration.ofSeconds(9), "one"))).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void unknownUpstreamIsRefused() {
        assertThatThrownBy(() -> new Topology(List.of(service("one", 1, "two"))))
                .isInstanceOf(InvalidInput.class).hasMessage("one: upstream: found two; allowed: one");
    }

    @Test
    void serviceThatCallsItselfIsRefused() {
        assertThatThrownBy(() -> new Topology(List.of(service("one", 1, "one"))))
                .hasMessage("one: upstream: found itself; allowed: another service");
    }

    @Test
    void aliasPortOfTwoServicesIsRefused() {
        assertThatThrownBy(() -> new Topology(List.of(service("one", 8080), service("two", 8080))))
                .hasMessage("two: alias port: found 8080; allowed: one that one does not have");
    }

    @Test
    void upstreamDeclaredTwiceIsRefused() {
        assertThatThrownBy(() -> new Topology(List.of(service("one", 1), service("two", 2, "one", "one"))))
                .hasMessageContaining("two: upstream: found one");
    }

    @Test
    void publicPathOfTwoServicesIsRefused() {
        assertThatThrownBy(() -> new Topology(List.of(open("one", 1, "/time"), open("two", 2, "/time"))))
                .hasMessage("two: public path: found /time; allowed: one that one does not have");
    }

    /** Ids of constructs and of CloudFormation have no hyphens. */
    @Test
    void namesThatDifferInHyphensAloneAreRefused() {
        assertThatThrownBy(() -> new Topology(List.of(service("cache-1", 1), service("cache1", 2))))
                .hasMessage("service name: found cache1; allowed: another name, as that of cache-1 differs in hyphens"
                        + " alone");
    }

    @Test
    void nameThatDnsDoesNotAllowIsRefused() {
        assertThatThrownBy(() -> new Topology(List.of(service("Service_A", 1))))
                .hasMessageStartingWith("service name: found Service_A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"images", "mesh", "overview", "telemetry"})
    void nameOfAStackOrADashboardOfThePlatformIsRefused(String name) {
        assertThatThrownBy(() -> new Topology(List.of(service(name, 1))))
                .isInstanceOf(InvalidInput.class).hasMessageStartingWith("service name: found " + name);
    }

    /** The names of the dashboards that are rendered; those of Datadog are in Datadog. */
    @Test
    void everyDashboardOfThePlatformIsReserved() throws IOException {
        try (Stream<Path> rendered = Files.list(Path.of("../dashboards/rendered/dev"))) {
            assertThat(rendered.map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(name -> !name.startsWith("datadog-") && DeclaredServices.ALL.services().stream()
                            .noneMatch(service -> service.name().equals(name))))
                    .isNotEmpty().isSubsetOf(TopologyRules.RESERVED);
        }
    }

    @Test
    void schemaOfTheDeclarationReservesTheSameNames() throws IOException {
        JsonNode reserved = JsonMapper.shared().readTree(Files.readString(Path.of("services.schema.json")))
                .at("/properties/services/propertyNames/not/enum");

        assertThat(reserved.valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(TopologyRules.RESERVED);
    }

    /** A value that is forgotten is null in Java, and would be an error without a message. */
    @ParameterizedTest
    @MethodSource("incomplete")
    void whatIsMissingInADeclarationIsNamed(ServiceSpec service, String line) {
        assertThatThrownBy(() -> new Topology(List.of(service))).isInstanceOf(InvalidInput.class).hasMessage(line);
    }

    private static Stream<Arguments> incomplete() {
        Duration deadline = Duration.ofSeconds(5);
        TaskSize size = new TaskSize(256, 512);
        return Stream.of(
                arguments(new ServiceSpec(null, 1, 1, deadline, List.of(), List.of(), List.of(), size),
                        "service name: found nothing; allowed: [a-z][a-z0-9-]{0,30}[a-z0-9]"),
                arguments(new ServiceSpec("one", 1, 1, null, List.of(), List.of(), List.of(), size),
                        "one: deadline: found nothing; allowed: a duration"),
                arguments(new ServiceSpec("one", 1, 1, deadline, null, List.of(), List.of(), size),
                        "one: upstreams: found nothing; allowed: a list, which may be empty"),
                arguments(new ServiceSpec("one", 1, 1, deadline, List.of(), null, List.of(), size),
                        "one: public paths: found nothing; allowed: a list, which may be empty"),
                arguments(new ServiceSpec("one", 1, 1, deadline, List.of(), List.of(), null, size),
                        "one: mesh routes: found nothing; allowed: a list, which may be empty"),
                arguments(new ServiceSpec("one", 1, 1, deadline, List.of(), List.of(), List.of(), null),
                        "one: size: found nothing; allowed: a task size"),
                arguments(
                        new ServiceSpec("one", 1, 1, deadline, List.of(Upstream.of(null)), List.of(), List.of(), size),
                        "one: upstream: found nothing; allowed: the name of a service"),
                arguments(
                        new ServiceSpec("one", 1, 1, deadline, List.of(), List.of(PublicPath.of(null)), List.of(),
                                size),
                        "one: public path: found nothing; allowed: " + RoutePattern.ALLOWED));
    }

    private static ServiceSpec open(String name, int port, String path) {
        return new ServiceSpec(name, 3000, port, Duration.ofSeconds(5), List.of(), List.of(PublicPath.of(path)),
                List.of(), new TaskSize(1024, 2048));
    }

    private static ServiceSpec service(String name, int port, String... upstreams) {
        return new ServiceSpec(name, 3000, port, Duration.ofSeconds(5),
                List.of(upstreams).stream().map(Upstream::of).toList(), List.of(), List.of(), new TaskSize(1024, 2048));
    }
}
