// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The operations on dashboards, over the wire. */
class DashboardOperationsTest {

    private static final String BODY = """
            {"widgets":[{"type":"text","x":0,"y":0,"width":6,"height":2,"properties":{"markdown":"# Hello"}}]}""";

    @TempDir
    private static Path folder;

    private static ApiKit api;

    @BeforeAll
    static void serve() {
        api = new ApiKit(folder);
    }

    @AfterAll
    static void close() {
        api.close();
    }

    @Test
    void aDashboardComesBackAsItWasPut() {
        put("shown");
        JsonNode dashboard = api.call("GetDashboard", "{\"DashboardName\":\"shown\"}");
        assertThat(dashboard.path("DashboardBody").asString()).isEqualTo(BODY);
        assertThat(dashboard.path("DashboardArn").asString())
                .isEqualTo("arn:aws:cloudwatch::000000000000:dashboard/shown");
    }

    @Test
    void dashboardsAreListedByPrefixWithTheirSize() {
        put("listed-one");
        JsonNode entries = api.call("ListDashboards", "{\"DashboardNamePrefix\":\"listed-\"}").path("DashboardEntries");
        assertThat(entries.size()).isEqualTo(1);
        assertThat(entries.path(0).path("Size").asInt()).isEqualTo(BODY.length());
        assertThat(entries.path(0).path("LastModified").isNumber()).isTrue();
    }

    @Test
    void aBodyThatIsRefusedSaysWhere() {
        RawClient.Response response = api.refused("PutDashboard", JsonMapper.shared().createObjectNode()
                .put("DashboardName", "bad").put("DashboardBody", "{\"widgets\":[{\"type\":\"photo\"}]}").toString());
        assertThat(response.headers()).containsEntry("x-amzn-query-error", "InvalidParameterInput;Sender");
        JsonNode error = JsonMapper.shared().readTree(response.body());
        assertThat(error.path("__type").asString()).isEqualTo("com.amazonaws.cloudwatch#DashboardInvalidInputError");
        assertThat(error.path("dashboardValidationMessages").path(0).path("DataPath").asString())
                .startsWith("/widgets/0");
    }

    @Test
    void aDashboardThatIsDeletedIsGone() {
        put("brief");
        api.call("DeleteDashboards", "{\"DashboardNames\":[\"brief\"]}");
        assertThat(api.refused("GetDashboard", "{\"DashboardName\":\"brief\"}").text())
                .contains("#DashboardNotFoundError", "Dashboard brief does not exist");
    }

    private static void put(String name) {
        JsonNode answer = api.call("PutDashboard", JsonMapper.shared().createObjectNode().put("DashboardName", name)
                .put("DashboardBody", BODY).toString());
        assertThat(answer.path("DashboardValidationMessages").isEmpty()).isTrue();
    }
}
