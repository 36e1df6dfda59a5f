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

/** Boards by name, those of templates and those of API calls. */
class DashboardServiceTest {

    private static final String BODY = "{\"widgets\":[]}";

    @TempDir
    private Path folder;

    private TelemetryStore store;
    private DashboardService boards;

    @BeforeEach
    void open() {
        store = TelemetryStore.open(StoreOptions.in(folder));
        boards = new DashboardService(store.states(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void boardsOfApiCallsAreStillThereAfterARestart() {
        assertThat(boards.put("mine", BODY)).isEmpty();
        boards.provision(Map.of("theirs", BODY));

        DashboardService later = new DashboardService(store.states(), Clock.systemUTC());

        assertThat(later.list("")).extracting(Dashboard::name).containsExactly("mine");
        assertThat(later.find("mine").orElseThrow().body()).isEqualTo(BODY);
    }

    @Test
    void boardsThatTheTemplatesNoLongerHaveAreDeletedAndOthersStay() {
        boards.put("mine", BODY);
        boards.provision(Map.of("a", BODY, "b", BODY));
        boards.provision(Map.of("b", BODY));

        assertThat(boards.list("")).extracting(Dashboard::name).containsExactly("b", "mine");
        assertThat(boards.list("m")).extracting(Dashboard::name).containsExactly("mine");
    }

    @Test
    void aBodyWithErrorsIsRefusedAndOneWithWarningsIsNot() {
        assertThatThrownBy(() -> boards.put("x", "{\"widgets\":[{\"type\":\"text\"}]}"))
                .isInstanceOfSatisfying(InvalidDashboardException.class,
                        refused -> assertThat(refused.messages()).containsExactly(new DashboardMessage("/widgets/0",
                                "Should have required property 'properties'", true)));
        assertThat(boards.put("y", "{\"widgets\":[],\"colour\":\"red\"}")).singleElement()
                .satisfies(warning -> assertThat(warning.dataPath()).isEqualTo("/colour"));
        assertThat(boards.find("x")).isEmpty();
    }

    @Test
    void namesHaveLettersDigitsHyphensAndUnderscores() {
        assertThatThrownBy(() -> boards.put("a b", BODY)).isInstanceOfSatisfying(CloudWatchException.class,
                refused -> assertThat(refused.code()).isEqualTo("InvalidParameterValue"));
    }

    @Test
    void deletingIsAllOrNothing() {
        boards.put("a", BODY);

        assertThatThrownBy(() -> boards.delete(List.of("a", "none"))).isInstanceOf(CloudWatchException.class)
                .hasMessage("Dashboard none does not exist");
        assertThat(boards.find("a")).isPresent();
        boards.delete(List.of("a"));
        assertThat(boards.list("")).isEmpty();
    }
}
