// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.provision;

import java.nio.file.Path;
import java.time.Clock;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.cloudwatch.alarms.AlarmFilter;
import io.highlands.local.cloudwatch.alarms.AlarmOptions;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.cloudwatch.alarms.StoredAlarms;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.store.StoreOptions;
import io.highlands.local.store.TelemetryStore;

import static org.assertj.core.api.Assertions.assertThat;

/** What platform-infra declares is what this machine can do. */
class RealDeclarationsTest {

    private static final Path OUT = Path
            .of(System.getProperty("highlands.cdk.out", "../../platform-infra/target/cdk.out"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"local", "prod"})
    void everyAlarmIsTakenAndKeepsItsStateOverASecondDeployment(String environment) {
        Deployed deployed = Deployed.read(OUT.resolve(environment), folder.resolve("no-local-values.json"));
        assertThat(deployed.declared().alarms()).isNotEmpty();
        assertThat(deployed.declared().dashboards()).isNotEmpty();
        assertThat(deployed.declared().rules()).isNotEmpty();
        TimeScale scale = new TimeScale(6);
        try (TelemetryStore store = TelemetryStore.open(StoreOptions.in(folder));
                AlarmService alarms = new AlarmService(new AlarmOptions("eu-west-1", "000000000000", 6,
                        Clock.systemUTC()), new MetricService(store.metrics(), Clock.systemUTC())::source,
                        new StoredAlarms(store.states()))) {
            alarms.provision(deployed.declared().alarms().stream().map(scale::divide).toList());
            var first = alarms.describe(AlarmFilter.ALL);
            alarms.provision(deployed.declared().alarms().stream().map(scale::divide).toList());

            assertThat(first).hasSameSizeAs(deployed.declared().alarms());
            assertThat(alarms.describe(AlarmFilter.ALL)).extracting(AlarmView::configurationUpdated)
                    .isEqualTo(first.stream().map(AlarmView::configurationUpdated).toList());
        }
    }
}
