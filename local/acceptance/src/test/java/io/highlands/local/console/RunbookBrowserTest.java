// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import static org.assertj.core.api.Assertions.assertThat;

/** Runbooks beside their alarms in a real browser. */
@EnabledIf("chromiumIsInstalled")
class RunbookBrowserTest extends ConsoleBrowser {

    private static final String PAGE = "/runbooks/edge-errors";

    private static final String OTHER = PAGE + "?instance=service-b-service-c";

    @Test
    void pagesAreListedBySymptomThoseFirstWhoseAlarmsStand() {
        open(page, "/runbooks");
        assertThat(page.locator("tbody tr").first().textContent()).contains("one service fails for another");
        assertThat(page.locator("[aria-label^='Runbooks by alarm'] tbody tr").first().textContent()).contains(
                "Calls between services fail", "in alarm",
                "ticket");
        assertThat(page.locator("main").textContent()).contains("Routine jobs", "Test the pager", "saturation.md:");
        page.click("tbody a >> nth=0");
        page.waitForURL("**" + PAGE);
    }

    @Test
    void anAlarmLeadsToItsPageAndThePageBackToTheAlarm() {
        open(page, ALARM);
        page.click("text=Follow it beside this alarm");
        page.waitForURL("**" + PAGE + "?instance=service-b-service-a");
        page.locator(".beside a >> text=alarm").first().click();
        page.waitForURL("**/alarms/highlands-local-edge-errors*");
    }

    @Test
    void theAlarmsOfItsKindStandBesideThePageWithTheirMetrics() {
        open(page, PAGE);
        assertThat(page.locator(".beside .badge-alarm").first().textContent()).isEqualTo("In alarm");
        assertThat(page.locator(".beside tr.chosen").count()).isEqualTo(1);
        assertThat(page.locator(".beside [data-board] canvas").count()).isEqualTo(1);
        open(page, OTHER);
        assertThat(page.locator(".beside tr.chosen").textContent()).contains("OK", "service-b-service-c");
    }

    @Test
    void commandsAreCopiedWithTheVariablesOfTheChosenAlarm() {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        open(page, OTHER);
        Locator commands = page.locator(".command");
        assertThat(commands.first().textContent())
                .startsWith("export HIGHLANDS_ENV=local CALLER=service-b CALLEE=service-c");
        commands.nth(1).locator("button").click();
        page.waitForSelector(".copy >> text=Copied");
        assertThat((String) page.evaluate("navigator.clipboard.readText()")).startsWith(
                "export HIGHLANDS_ENV=local CALLER=service-b CALLEE=service-c\naws cloudwatch describe-alarms");
        assertThat(page.locator(".note-sick").textContent()).isEqualTo("sick: \"StateValue\": \"ALARM\"");
    }

    @Test
    void aRehearsalIsStartedFromThePageWatchedAndItsReportRead() {
        open(page, PAGE);
        page.click(".beside form[action$=rehearse] button");
        page.waitForSelector(".rehearsal >> text=running");
        assertThat(page.locator(".rehearsal pre").textContent())
                .isEqualTo("calm      3 s  none of <2> alarms is in ALARM");
        world.rehearsals.end(0);
        page.evaluate("document.body.dispatchEvent(new Event('tick'))");
        page.waitForSelector(".rehearsal .badge-ok");
        page.click("text=Report of the last rehearsal");
        page.waitForURL("**/report");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('h1')).color")).isEqualTo("rgb(1, 2, 3)");
        assertThat(page.title()).isEqualTo("Report");
        complaints.removeIf(text -> text.contains("sandboxed"));
    }

    @Test
    void aPageThatCannotBeReadSaysInWhichLine() {
        open(page, "/runbooks/saturation");
        assertThat(page.locator(".failed").textContent()).contains("saturation.md:");
    }

    @Test
    void aPageIsLookedAtInBothThemes() throws IOException {
        Path folder = Path.of("target", "screenshots");
        Files.createDirectories(folder);
        for (var theme : Map.of("runbook.png", ColorScheme.LIGHT, "runbook-dark.png", ColorScheme.DARK).entrySet()) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme.getValue()));
            open(page, PAGE);
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve(theme.getKey())));
            assertThat(folder.resolve(theme.getKey())).isNotEmptyFile();
        }
    }
}
