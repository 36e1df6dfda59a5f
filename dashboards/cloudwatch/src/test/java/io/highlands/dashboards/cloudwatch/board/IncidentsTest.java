// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.highlands.dashboards.cloudwatch.SamplePlatform;

import static org.assertj.core.api.Assertions.assertThat;

class IncidentsTest {

    private final Map<String, Object> incidents = Incidents.of(SamplePlatform.create());

    @Test
    void panelsThatOnlyAnIncidentFillsNameTheFault() {
        assertThat(entries("panels")).extracting(entry -> entry.get("board") + ": " + entry.get("title") + " by "
                + entry.get("fault") + " of " + entry.get("service")).containsExactly(
                        "mesh: Newest 5xx answers by kill-app of service-c",
                        "service-a: Newest errors by kill-app of service-c",
                        "service-b: Newest errors by kill-app of service-c",
                        "service-c: Newest errors by bad-request of service-c");
    }

    @Test
    void metricsWithoutZerosNameTheFaultThatMakesThem() {
        assertThat(entries("metrics")).extracting(entry -> entry.get("metric") + " by " + entry.get("fault") + " of "
                + entry.get("service")).containsExactly("HTTPCode_ELB_500_Count by zero-tasks of service-b",
                        "HTTPCode_ELB_502_Count by zero-tasks of service-b",
                        "HTTPCode_ELB_503_Count by zero-tasks of service-b",
                        "HTTPCode_ELB_504_Count by zero-tasks of service-b",
                        "HTTPCode_Target_5XX_Count by kill-app of service-c",
                        "HTTPCode_ELB_4XX_Count by bad-request of service-b",
                        "HTTPCode_Target_4XX_Count by bad-request of service-b");
    }

    @SuppressWarnings("unchecked") // As Incidents builds them
    private List<Map<String, Object>> entries(String name) {
        return (List<Map<String, Object>>) incidents.get(name);
    }
}
