// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.infra.settings.Environments;
import io.highlands.infra.support.Assembly;

import static org.assertj.core.api.Assertions.assertThat;

/** Shows in review what a change makes of the templates. {@code -Dupdate.snapshots=true} writes them anew. */
class SnapshotTest {

    @SuppressWarnings("unused") // Named by FieldSource
    private static final Iterable<String> ENVIRONMENTS = Environments.NAMES;
    private static final Path FOLDER = Path.of("src/test/resources/snapshots");

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void templatesAreAsReviewed(String environment) throws IOException {
        Assembly assembly = Assembly.declared(environment);
        Path folder = FOLDER.resolve(environment);
        if (Boolean.getBoolean("update.snapshots")) {
            Files.createDirectories(folder);
            for (String part : assembly.parts()) {
                Files.writeString(folder.resolve(part + ".json"), normal(assembly, part));
            }
        }

        assertThat(names(folder)).containsExactlyInAnyOrderElementsOf(assembly.parts());
        for (String part : assembly.parts()) {
            assertThat(normal(assembly, part)).as("%s %s, against its snapshot", environment, part)
                    .isEqualTo(Files.readString(folder.resolve(part + ".json")));
        }
    }

    /** Without hashes of assets, which change by themselves, and bodies of dashboards, which dashboards/rendered shows. */
    private static String normal(Assembly assembly, String part) {
        JsonNode template = assembly.template(part);
        template.get("Resources").valueStream().map(resource -> resource.path("Properties"))
                .filter(properties -> properties.has("DashboardBody"))
                .forEach(properties -> ((ObjectNode) properties).put("DashboardBody", "in dashboards/rendered"));
        return template.toPrettyString().replaceAll("\\b[0-9a-f]{64}\\b", "HASH").replace("\r\n", "\n") + "\n";
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).collect(Collectors.toSet());
        }
    }
}
