// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.datadog.board.PlatformDashboard;
import io.highlands.dashboards.datadog.monitor.Monitor;
import io.highlands.dashboards.datadog.monitor.Monitors;
import io.highlands.infra.settings.Environments;
import io.highlands.infra.support.EnvironmentFile;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Shows in review what a change makes of Datadog's dashboard and monitors, and keeps files that can be imported, also
 * where an environment does not deploy them. {@code -Dupdate.rendered=true} writes them anew.
 */
class RenderedDatadogTest {

    static final String PREFIX = "datadog-";

    @SuppressWarnings("unused") // Named by FieldSource
    private static final Iterable<String> ENVIRONMENTS = Environments.NAMES;
    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void dashboardIsAsReviewed(String environment) throws IOException {
        assertAsReviewed(environment, "dashboard", PlatformDashboard.of(platform(environment)));
    }

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void monitorsAreAsReviewed(String environment) throws IOException {
        var settings = EnvironmentFile.of(environment).loadDeclared();

        assertAsReviewed(environment, "monitors", Monitors
                .of(platform(environment), settings.datadog().notifications(), settings.alarmLevel()).stream()
                .map(Monitor::json).toList());
    }

    private static MonitoredPlatform platform(String environment) {
        return ExamplePlatform.of(environment);
    }

    private static void assertAsReviewed(String environment, String what, Object body) throws IOException {
        String text = JSON.valueToTree(body).toPrettyString().replace("\r\n", "\n") + "\n";
        Path file = Path.of("../dashboards/rendered").resolve(environment).resolve(PREFIX + what + ".json");
        if (Boolean.getBoolean("update.rendered")) {
            Files.writeString(file, text);
        }

        assertThat(text).doesNotContain("${Token");
        assertThat(Files.readString(file)).as("%s %s", environment, what).isEqualTo(text);
    }
}
