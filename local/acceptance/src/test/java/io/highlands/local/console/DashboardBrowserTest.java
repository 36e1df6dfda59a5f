// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import static org.assertj.core.api.Assertions.assertThat;

/** Dashboards in a real browser. */
@EnabledIf("chromiumIsInstalled")
class DashboardBrowserTest extends ConsoleBrowser {

    @Test
    void aPanelWithoutDataIsDrawnDifferentlyFromOneThatIsZero() {
        open(page, DASHBOARD);
        assertThat(panel("Errors that nobody published").locator(".nodata").textContent()).contains("No data",
                "errors");
        assertThat(panel("Errors that nobody published").locator("canvas").count()).isZero();
        assertThat(panel("Errors that are zero").locator(".nodata").count()).isZero();
        assertThat(panel("Errors that are zero").locator("canvas").count()).isEqualTo(1);
        assertThat(panel("Errors that are zero").locator(".legend").textContent()).isEqualTo("errors0");
    }

    @Test
    void everyViewOfAWidgetIsDrawn() {
        open(page, DASHBOARD);
        assertThat(panel("Requests").locator("svg.spark").count()).isEqualTo(1);
        assertThat(panel("Availability").locator(".gauge").textContent()).contains("of requests");
        assertThat(panel("Calls by edge").locator(".bars").textContent()).contains("service-b → service-a");
        assertThat(panel("Share of calls").locator(".pie li").count()).isEqualTo(2);
        assertThat(panel("Latency").locator(".legend li").count()).isEqualTo(3);
        assertThat(panel("Edges").locator("tbody tr").count()).isEqualTo(2);
        assertThat(panel("Newest errors").locator("tbody").textContent()).contains("no healthy upstream");
        assertThat(panel("Alarms").locator(".tile-alarm").count()).isEqualTo(2);
    }

    @Test
    void aPanelThatCannotBeDrawnSaysWhyAndTheOthersAreDrawn() {
        open(page, DASHBOARD);
        assertThat(panel("A query that is not served").locator(".failed").textContent()).contains("anomaly");
    }

    @Test
    void aChoiceOfAVariableAndOfARangeIsInTheAddress() {
        open(page, DASHBOARD);
        assertThat(panel("CPU of service-c").count()).isEqualTo(1);
        page.selectOption("select[name='v.service']", "service-a");
        page.waitForURL("**v.service=service-a**");
        assertThat(panel("CPU of service-a").count()).isEqualTo(1);
        page.selectOption("select[name=range]", "5m");
        page.waitForURL("**range=5m**");
        assertThat(page.url()).contains("v.service=service-a");
    }

    @Test
    void theTimeScaleIsSaid() {
        open(page, DASHBOARD);
        assertThat(page.locator(".foot").textContent()).contains("Time scale 6: periods of 60 s are 10 s here");
    }

    @Test
    void aMomentOfAPanelLeadsToTheTracesOfItsPeriod() {
        open(page, DASHBOARD);
        panel("Latency").locator(".plot").focus();
        page.keyboard().press("End");
        for (int i = 0; i < 12; i++) {
            page.keyboard().press("ArrowLeft");
        }
        assertThat(panel("Latency").locator(".to-traces").textContent()).startsWith("Traces of ");
        page.keyboard().press("Enter");
        page.waitForURL("**/traces?from=*&to=*");
        assertThat(page.locator("h1").textContent()).isEqualTo("Traces");
        page.click("text=Dashboards at this time");
        page.click("text=highlands-local-views");
        page.waitForURL("**" + DASHBOARD + "?from=*&to=*");
    }
}
