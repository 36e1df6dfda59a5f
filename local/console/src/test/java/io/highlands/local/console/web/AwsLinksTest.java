// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AwsLinksTest {

    @ParameterizedTest
    @CsvSource({"#dashboards:name=highlands-local-mesh, /dashboards/highlands-local-mesh",
            "#dashboards/dashboard/highlands-local-mesh?start=PT1H, /dashboards/highlands-local-mesh",
            "https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/a%20b, /alarms/a%20b",
            "#logsV2:logs-insights$3Fq, /logs", "runbooks/edge-errors.md, /runbooks/edge-errors",
            "edge-errors.md#first-look, /runbooks/edge-errors",
            "https://github.com/o/r/blob/main/runbooks/edge-errors.md, /runbooks/edge-errors",
            "#application-signals:transaction-search, /traces", "#xray:traces/query, /traces",
            "#xray:traces/1-5759e988-bd862e3fe1be46a994272793, /traces/5759e988bd862e3fe1be46a994272793",
            "https://example.org/page.md, https://example.org/page.md",
            "https://app.datadoghq.com/, https://app.datadoghq.com/"})
    void whatIsHereTooIsLinkedHere(String address, String here) {
        assertThat(AwsLinks.here(address)).isEqualTo(here);
    }
}
