// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.provision;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.provision.ChangedAssembly.Reading;
import io.highlands.local.template.Coverage.Status;
import io.highlands.local.template.TemplateException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Coverage means honoured: a property that is listed as acted on changes what is provisioned when its value changes, or the
 * change is refused. What is listed as different or not run need not change anything. The templates are those that
 * {@code platform-infra} synthesizes, and small ones that follow the page of AWS in their Description.
 */
class DeclaredCoverageTest {

    private static final Path OUT = Path
            .of(System.getProperty("highlands.cdk.out", "../../platform-infra/target/cdk.out"));

    /** In how many places of the synthesized environments each property of each type is changed. */
    private static final int INSTANCES = Integer.getInteger("highlands.coverage.instances", 1);

    private static final Path TEMPLATES = Path.of("src/test/resources/io/highlands/local/provision/templates");

    @TempDir
    private Path folder;

    @Test
    void everyPropertyOfTheEnvironmentsThatIsActedOnChangesWhatIsProvisioned() {
        Map<String, Integer> visits = new HashMap<>();

        for (String environment : List.of("local", "dev", "staging", "prod")) {
            ChangedAssembly assembly = new ChangedAssembly(OUT.resolve(environment), folder.resolve(environment),
                    folder.resolve("none"));
            assertThat(withoutEffect(assembly, property -> visits.merge(property.kind(), 1,
                    Integer::sum) <= INSTANCES)).as(environment).isEmpty();
        }
        assertThat(visits).hasSizeGreaterThan(150);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyPropertyOfATemplateThatIsActedOnChangesWhatIsProvisioned(String template) {
        ChangedAssembly assembly = new ChangedAssembly(SmallAssembly.of(TEMPLATES.resolve(template),
                folder.resolve("source")), folder.resolve("small"), folder.resolve("none"));

        assertThat(withoutEffect(assembly, property -> true)).isEmpty();
    }

    /** The names are those of CloudFormation's resource schemas, as cfn-lint 1.51.0 carries them. */
    @Test
    void aPropertyThatATemplateCouldHaveHasAnEffectWhereItCountsAsActedOn() throws IOException {
        JsonNode schemas = schemas();
        Set<String> visited = new HashSet<>();

        for (String template : templates()) {
            ChangedAssembly assembly = new ChangedAssembly(SmallAssembly.of(TEMPLATES.resolve(template),
                    folder.resolve(template + "/source")), folder.resolve(template + "/small"), folder.resolve("none"));
            assertThat(assembly.resources().stream()
                    .flatMap(resource -> resource.missing(schemas.path(resource.type())).stream())
                    .filter(property -> visited.add(property.kind()) && !hasEffect(assembly, property)))
                    .as(template).isEmpty();
        }
        assertThat(visited).hasSizeGreaterThan(300);
    }

    private static JsonNode schemas() throws IOException {
        try (InputStream file = Declared.class
                .getResourceAsStream("/io/highlands/local/template/cloudformation/resource-properties.json")) {
            return new JsonMapper().readTree(file);
        }
    }

    static List<String> templates() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The properties that are listed as acted on and whose values change nothing. */
    static List<String> withoutEffect(ChangedAssembly assembly, Predicate<Property> visited) {
        List<Property> all = assembly.properties();
        Set<String> effective = new HashSet<>();
        List<Property> silent = new ArrayList<>();
        for (Property property : all) {
            boolean actedOn = assembly.unchanged().status(property.logicalId(), property.path()) == Status.ACTED_ON;
            if (actedOn && visited.test(property)) {
                if (hasEffect(assembly, property)) {
                    effective.add(place(property));
                } else {
                    silent.add(property);
                }
            }
        }
        return silent.stream().filter(property -> all.stream()
                .noneMatch(part -> property.holds(part) && effective.contains(place(part)))).map(Property::toString)
                .toList();
    }

    private static String place(Property property) {
        return property.template() + " " + property.logicalId() + " " + property.path();
    }

    private static boolean hasEffect(ChangedAssembly assembly, Property property) {
        OtherValues others = new OtherValues(property.value());
        boolean taken = false;
        for (JsonNode other = others.next(); other != null; other = others.next()) {
            try {
                Reading changed = assembly.with(property, other);
                if (!changed.model().equals(assembly.unchanged().model())
                        || changed.status(property.logicalId(), property.path()) != Status.ACTED_ON) {
                    return true;
                }
                taken = taken || !others.isLearned(other);
            } catch (TemplateException refused) {
                others.allowed(refused.getMessage());
            }
        }
        return !taken;
    }
}
