// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is rendered (platform-infra's tests hold it to the code) against Datadog's own models of its API. */
class ApiModelsTest {

    private static final Path RENDERED = Path.of("../rendered");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void dashboardIsOneThatDatadogKnows(String environment) throws Exception {
        assertThat(ApiModels.faults("Dashboard", dashboard(environment))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void monitorsAreThoseThatDatadogKnows(String environment) throws Exception {
        assertThat(ApiModels.faults("Monitor", monitors(environment))).isEmpty();
    }

    @Test
    void unknownNamesAndValuesAreFound() throws Exception {
        assertThat(ApiModels.faults("Dashboard", changed(dashboard("dev"), "\"markers\"", "\"markerz\"")))
                .anyMatch(fault -> fault.endsWith("markerz: unknown to TimeseriesWidgetDefinition"));
        assertThat(ApiModels.faults("Dashboard", changed(dashboard("dev"), "\"bars\"", "\"towers\"")))
                .anyMatch(fault -> fault.contains("is none of what is allowed"));
        assertThat(ApiModels.faults("Monitor", changed(monitors("dev"), "\"evaluation_delay\"", "\"delay\"")))
                .anyMatch(fault -> fault.endsWith("delay: unknown to MonitorOptions"));
        assertThat(ApiModels.faults("Monitor", changed(monitors("dev"), "\"query alert\"", "\"metric alarm\"")))
                .anyMatch(fault -> fault.contains("\"metric alarm\" is none of what is allowed"));
    }

    private Path changed(Path file, String part, String other) throws IOException {
        return Files.writeString(folder.resolve(file.getFileName()), Files.readString(file).replace(part, other));
    }

    private static Path dashboard(String environment) {
        return RENDERED.resolve(environment).resolve("datadog-dashboard.json");
    }

    private static Path monitors(String environment) {
        return RENDERED.resolve(environment).resolve("datadog-monitors.json");
    }
}
