// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.store.NewLogEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** Alarms and log lines in a real browser. */
@EnabledIf("chromiumIsInstalled")
class AlarmAndLogBrowserTest extends ConsoleBrowser {

    @Test
    void htmlInATextOrALogLineIsShownAndNotObeyed() {
        open(page, DASHBOARD);
        assertThat(page.locator(".markdown").first().textContent()).contains("<script>alert(1)</script>");
        open(page, "/logs?group=*");
        assertThat(page.locator("#lines").textContent()).contains("<b>Ada</b>");
        assertThat(page.locator("#lines b").count()).isZero();
    }

    @Test
    void anAlarmTellsItsReasonDrawsItsThresholdAndShowsItsRunbook() {
        open(page, ALARM);
        assertThat(page.locator("main").textContent()).contains("Threshold Crossed: 3 out of the last 3 datapoints",
                "Sum of HTTPCode_Target_5XX_Count > 2 for 3 of 3 periods of 10 s", "Runbook: edge-errors",
                "Alarm updated from INSUFFICIENT_DATA to ALARM");
        assertThat(page.locator("[data-board] canvas").count()).isEqualTo(1);
    }

    @Test
    void aStateIsSetFromThePageOfAnAlarm() {
        open(page, "/alarms/highlands-local-latency-slo");
        page.selectOption("select[name=state]", "OK");
        page.click("text=Set >> nth=-1");
        page.waitForSelector(".badge-ok >> text=OK");
        assertThat(world.alarms.find("highlands-local-latency-slo").orElseThrow().state()).isEqualTo(AlarmState.OK);
    }

    @Test
    void aQueryOfSeveralLinesRunsAgainAsItStands() {
        open(page, "/logs/insights");
        page.fill("textarea[name=query]", "fields @timestamp, message\n| limit 2");
        for (int run = 0; run < 3; run++) {
            page.click("text=Run query");
            page.waitForSelector(".card table");
            assertThat(page.inputValue("textarea[name=query]")).isEqualTo("fields @timestamp, message\n| limit 2");
        }
    }

    @Test
    void newLinesComeToTheTopOfATailByThemselves() {
        open(page, "/logs?group=" + SampleLogs.GROUP);
        world.logs.put(SampleLogs.GROUP, "app/app/7f3c21d09ab", List.of(new NewLogEvent(
                Instant.now(), "{\"level\":\"INFO\",\"message\":\"This is new\"}")));
        page.evaluate("document.body.dispatchEvent(new Event('tick'))");
        page.waitForSelector("#lines > li:first-child >> text=This is new");
        assertThat(page.locator("#lines > li .what >> text=This is new").count()).isEqualTo(1);
    }
}
