// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.template.Coverage.Entry;
import io.highlands.local.template.Coverage.Status;
import io.highlands.local.template.Platform;
import io.highlands.local.template.ServiceSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads what platform-infra synthesized. The folder that holds the environments is the system property
 * {@code highlands.cdk.out}, by default the one beside this module.
 */
class RealAssembliesTest {

    private static final Path OUT = Path
            .of(System.getProperty("highlands.cdk.out", "../../platform-infra/target/cdk.out"));

    private static Platform read(String environment) {
        assertThat(OUT.resolve(environment))
                .as("%s must hold the synthesized environments: build platform-infra first, "
                        + "or name their folder with -Dhighlands.cdk.out", OUT.toAbsolutePath().normalize())
                .matches(Files::isDirectory, "is a folder");
        return PlatformReader.read(OUT.resolve(environment), Path.of("no-local-values.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void everyEnvironmentIsReadWhole(String environment) {
        Platform platform = read(environment);

        assertThat(platform.environment()).isEqualTo(environment);
        assertThat(platform.namespace()).isEqualTo(environment + ".highlands.local");
        assertThat(platform.services()).extracting(ServiceSpec::name).containsExactlyInAnyOrder("service-a",
                "service-b", "service-c");
        assertThat(platform.refreshes()).isNotEmpty();
        assertThat(platform.loadBalancer().targetGroups()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void everyServiceServesAnEndpointOfItsOwnName(String environment) {
        assertThat(read(environment).services()).allSatisfy(service -> assertThat(service.serviceConnect().services())
                .singleElement().satisfies(endpoint -> {
                    assertThat(endpoint.discoveryName()).isEqualTo(service.name());
                    assertThat(endpoint.containerPort()).isEqualTo(3000);
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void everyDeclaredCallIsLetIn(String environment) {
        Platform platform = read(environment);

        for (ServiceSpec service : platform.services()) {
            assertThat(platform.rules()).as("rules into %s", service.name()).anySatisfy(rule -> {
                assertThat(service.securityGroups()).contains(rule.groupId());
                assertThat(rule.sourceGroupId()).isNotNull();
                assertThat(rule.fromPort()).isEqualTo(3000);
            });
        }
    }

    /** Without it CloudFormation deregisters the revision that a roll-back needs. */
    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void everyStackRetainsTheRevisionThatItReplaces(String environment) {
        assertThat(read(environment).services())
                .allSatisfy(service -> assertThat(service.taskDefinition().retained()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void nothingThatServiceConnectDoesIsPassedOver(String environment) {
        assertThat(read(environment).coverage().entries()).filteredOn(entry -> entry.status() == Status.NOT_RUN)
                .extracting(Entry::property).noneMatch(property -> property.startsWith("ServiceConnectConfiguration"));
    }
}
