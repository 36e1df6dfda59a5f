// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is rendered (platform-infra's tests hold it to the code) against Datadog's own models of its API. */
class ApiModelsTest {

    private static final Path RENDERED = Path.of("../rendered");

    @TempDir
    private Path folder;

    @Test
    void everythingThatIsRenderedIsKnownToDatadog() throws Exception {
        List<Path> rendered = Stream.of("local", "dev", "staging", "prod")
                .flatMap(environment -> Stream.of(dashboard(environment), monitors(environment))).toList();

        assertThat(ApiModels.faults(rendered)).isEmpty();
    }

    @Test
    void unknownNamesAndValuesAreFound() throws Exception {
        List<String> faults = ApiModels.faults(List.of(changed(dashboard("prod"), "1", "\"markers\"", "\"markerz\""),
                changed(dashboard("prod"), "2", "\"bars\"", "\"towers\""),
                changed(monitors("prod"), "3", "\"evaluation_delay\"", "\"delay\""),
                changed(monitors("prod"), "4", "\"query alert\"", "\"metric alarm\"")));

        assertThat(faults).anyMatch(fault -> fault.endsWith("markerz: unknown to TimeseriesWidgetDefinition"))
                .anyMatch(fault -> fault.contains("2-datadog-dashboard.json.widgets") && fault.contains("none of what"))
                .anyMatch(fault -> fault.endsWith("delay: unknown to MonitorOptions"))
                .anyMatch(fault -> fault.contains("\"metric alarm\" is none of what is allowed"));
    }

    private Path changed(Path file, String number, String part, String other) throws IOException {
        return Files.writeString(folder.resolve(number + "-" + file.getFileName()),
                Files.readString(file).replace(part, other));
    }

    private static Path dashboard(String environment) {
        return RENDERED.resolve(environment).resolve("datadog-dashboard.json");
    }

    private static Path monitors(String environment) {
        return RENDERED.resolve(environment).resolve("datadog-monitors.json");
    }
}
