// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.cloudwatch.CloudWatchException;
import io.highlands.local.store.StoreOptions;
import io.highlands.local.store.TelemetryStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Dashboards by name, those of templates and those of API calls. */
class DashboardServiceTest {

    private static final String BODY = "{\"widgets\":[]}";

    @TempDir
    private Path folder;

    private TelemetryStore store;
    private DashboardService dashboards;

    @BeforeEach
    void open() {
        store = TelemetryStore.open(StoreOptions.in(folder));
        dashboards = new DashboardService(store.states(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void dashboardsOfApiCallsAreStillThereAfterARestart() {
        assertThat(dashboards.put("mine", BODY)).isEmpty();
        dashboards.provision(Map.of("theirs", BODY));

        DashboardService later = new DashboardService(store.states(), Clock.systemUTC());

        assertThat(later.list("")).extracting(Dashboard::name).containsExactly("mine");
        assertThat(later.find("mine").orElseThrow().body()).isEqualTo(BODY);
    }

    @Test
    void aDashboardThatIsNotAsItWasWrittenCostsItselfAndIsNamed() {
        dashboards.put("mine", BODY);
        store.states().put("dashboard", "broken", "{");
        store.states().put("dashboard", "undated", "{\"body\":\"{}\",\"modified\":\"noon\"}");

        DashboardService later = new DashboardService(store.states(), Clock.systemUTC());

        assertThat(later.list("")).extracting(Dashboard::name).containsExactly("mine");
        assertThat(store.usage().unreadable()).isEqualTo(2);
        assertThat(store.usage().notes().getFirst()).contains("dashboard 'broken' is not as it was written");
    }

    @Test
    void dashboardsThatTheTemplatesNoLongerHaveAreDeletedAndOthersStay() {
        dashboards.put("mine", BODY);
        dashboards.provision(Map.of("a", BODY, "b", BODY));
        dashboards.provision(Map.of("b", BODY));

        assertThat(dashboards.list("")).extracting(Dashboard::name).containsExactly("b", "mine");
        assertThat(dashboards.list("m")).extracting(Dashboard::name).containsExactly("mine");
    }

    @Test
    void aBodyWithErrorsIsRefusedAndOneWithWarningsIsNot() {
        assertThatThrownBy(() -> dashboards.put("x", "{\"widgets\":[{\"type\":\"text\"}]}"))
                .isInstanceOfSatisfying(InvalidDashboardException.class,
                        refused -> assertThat(refused.messages()).containsExactly(new DashboardMessage("/widgets/0",
                                "Should have required property 'properties'", true)));
        assertThat(dashboards.put("y", "{\"widgets\":[],\"colour\":\"red\"}")).singleElement()
                .satisfies(warning -> assertThat(warning.dataPath()).isEqualTo("/colour"));
        assertThat(dashboards.find("x")).isEmpty();
    }

    @Test
    void namesHaveLettersDigitsHyphensAndUnderscores() {
        assertThatThrownBy(() -> dashboards.put("a b", BODY)).isInstanceOfSatisfying(CloudWatchException.class,
                refused -> assertThat(refused.code()).isEqualTo("InvalidParameterValue"));
    }

    @Test
    void deletingIsAllOrNothing() {
        dashboards.put("a", BODY);

        assertThatThrownBy(() -> dashboards.delete(List.of("a", "none"))).isInstanceOf(CloudWatchException.class)
                .hasMessage("Dashboard none does not exist");
        assertThat(dashboards.find("a")).isPresent();
        dashboards.delete(List.of("a"));
        assertThat(dashboards.list("")).isEmpty();
    }
}
